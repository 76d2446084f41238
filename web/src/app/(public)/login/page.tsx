import { LandingScreen } from "@/access/LandingScreen";

/** The server sends the browser here when a log-in with the provider fails. */
export default function Page() {
  return <LandingScreen />;
}
