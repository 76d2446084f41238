import { AccommodationScreen } from "@/accommodation/AccommodationScreen";

export default function Page() {
  return <AccommodationScreen />;
}
