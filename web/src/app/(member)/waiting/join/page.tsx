import { JoinScreen } from "@/waiting/JoinScreen";

export default function Page() {
  return <JoinScreen />;
}
