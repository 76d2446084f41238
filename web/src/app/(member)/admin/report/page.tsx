import { ReportScreen } from "@/report/ReportScreen";

export default function Page() {
  return <ReportScreen />;
}
