import { RegisterScreen } from "@/access/RegisterScreen";

export default function Page() {
  return <RegisterScreen />;
}
