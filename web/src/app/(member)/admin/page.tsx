import { AdminHub } from "./AdminHub";

export default function Page() {
  return <AdminHub />;
}
