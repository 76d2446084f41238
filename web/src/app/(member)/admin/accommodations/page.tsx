import { AccommodationsScreen } from "@/accommodation/AccommodationsScreen";

export default function Page() {
  return <AccommodationsScreen />;
}
