import { ForgotPasswordScreen } from "@/access/ForgotPasswordScreen";

export default function Page() {
  return <ForgotPasswordScreen />;
}
