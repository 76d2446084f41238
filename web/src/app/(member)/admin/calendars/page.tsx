import { OutsideScreen } from "@/outside/OutsideScreen";

export default function Page() {
  return <OutsideScreen />;
}
