import { SecurityScreen } from "@/security/SecurityScreen";

export default function Page() {
  return <SecurityScreen />;
}
