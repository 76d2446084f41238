import { BookScreen } from "@/booking/BookScreen";

export default function Page() {
  return <BookScreen />;
}
