import { GardenScreen } from "@/garden/GardenScreen";

export default function Page() {
  return <GardenScreen />;
}
