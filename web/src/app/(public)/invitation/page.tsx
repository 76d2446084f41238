import { InvitationScreen } from "@/access/InvitationScreen";

export default function Page() {
  return <InvitationScreen />;
}
