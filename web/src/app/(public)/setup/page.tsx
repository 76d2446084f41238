import { SetupScreen } from "@/access/SetupScreen";

export default function Page() {
  return <SetupScreen />;
}
