import { BookingsScreen } from "@/booking/BookingsScreen";
import { OfferNotice } from "@/waiting/OfferNotice";

export default function Page() {
  return (
    <>
      <OfferNotice />
      <BookingsScreen />
    </>
  );
}
