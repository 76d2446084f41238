import { ExternalCalendarsScreen } from "@/calendar/ExternalCalendarsScreen";

export default function Page() {
  return <ExternalCalendarsScreen />;
}
