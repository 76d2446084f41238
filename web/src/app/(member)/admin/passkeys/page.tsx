import { AdministratorPasskeysScreen } from "@/member/AdministratorPasskeysScreen";

export default function Page() {
  return <AdministratorPasskeysScreen />;
}
