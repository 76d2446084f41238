import { BookingScreen } from "@/booking/BookingScreen";

export default function Page() {
  return <BookingScreen />;
}
