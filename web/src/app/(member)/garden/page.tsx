import { GardenScreen } from "@/timeline/GardenScreen";
import { OfferNotice } from "@/waiting/OfferNotice";

export default function Page() {
  return (
    <>
      <OfferNotice />
      <GardenScreen />
    </>
  );
}
