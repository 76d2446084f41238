import { OccupancyScreen } from "@/occupancy/OccupancyScreen";

export default function Page() {
  return <OccupancyScreen />;
}
