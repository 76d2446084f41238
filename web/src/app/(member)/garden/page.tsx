import { GardenScreen } from "@/timeline/GardenScreen";

export default function Page() {
  return <GardenScreen />;
}
