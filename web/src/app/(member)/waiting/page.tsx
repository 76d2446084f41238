import { WaitingScreen } from "@/waiting/WaitingScreen";

export default function Page() {
  return <WaitingScreen />;
}
