import { VerifyEmailScreen } from "@/access/VerifyEmailScreen";

export default function Page() {
  return <VerifyEmailScreen />;
}
