import { NotFoundScreen } from "@/platform/ui/NotFoundScreen";

export default function NotFound() {
  return <NotFoundScreen />;
}
