import { BookingsScreen } from "@/booking/BookingsScreen";

export default function Page() {
  return <BookingsScreen />;
}
