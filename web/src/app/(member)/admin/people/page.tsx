import { MembersScreen } from "@/member/MembersScreen";

export default function Page() {
  return <MembersScreen />;
}
