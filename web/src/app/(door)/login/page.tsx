import { LandingScreen } from "@/access/LandingScreen";

/** Where a log-in by way of a provider ends that came to nothing. */
export default function Page() {
  return <LandingScreen />;
}
