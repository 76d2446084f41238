import { ProfileScreen } from "@/profile/ProfileScreen";

export default function Page() {
  return <ProfileScreen />;
}
