import { InviteScreen } from "@/people/InviteScreen";

export default function Page() {
  return <InviteScreen />;
}
