import { AdminPasskeysScreen } from "@/adminkeys/AdminPasskeysScreen";

export default function Page() {
  return <AdminPasskeysScreen />;
}
