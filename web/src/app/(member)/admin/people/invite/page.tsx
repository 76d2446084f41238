import { InviteScreen } from "@/member/InviteScreen";

export default function Page() {
  return <InviteScreen />;
}
