import { ResetPasswordScreen } from "@/access/ResetPasswordScreen";

export default function Page() {
  return <ResetPasswordScreen />;
}
