import { PeopleScreen } from "@/people/PeopleScreen";

export default function Page() {
  return <PeopleScreen />;
}
