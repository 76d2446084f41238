import { BoxScreen } from "@/box/BoxScreen";

export default function Page() {
  return <BoxScreen />;
}
