import { LandingScreen } from "@/access/LandingScreen";

export default function Page() {
  return <LandingScreen />;
}
