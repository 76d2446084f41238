import { MailScreen } from "@/mail/MailScreen";

export default function Page() {
  return <MailScreen />;
}
