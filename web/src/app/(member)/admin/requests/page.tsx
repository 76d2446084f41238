import { RequestsScreen } from "@/requests/RequestsScreen";

export default function Page() {
  return <RequestsScreen />;
}
