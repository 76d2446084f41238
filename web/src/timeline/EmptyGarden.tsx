import { isAdministrator, useMe } from "@/access/me";
import { texts, useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Notice } from "@/platform/ui/Notice";
import { words } from "./texts";

const first = texts(
  {
    title: "Womit fängt der Garten an?",
    text: "Lege zuerst die Zimmer, Zelte oder Wohnwagen an, in denen man schlafen kann. Dann lädst du die anderen ein, und ihr könnt buchen.",
    places: "Unterkunft anlegen",
    invite: "Jemanden einladen",
  },
  {
    title: "How does the garden begin?",
    text: "First add the rooms, tents or campers that people can sleep in. Then invite the others, and all of you can book.",
    places: "Add a place",
    invite: "Invite somebody",
  },
);

/** A garden without places: leads administrators to the first steps. */
export function EmptyGarden() {
  const text = useTexts(words);
  const steps = useTexts(first);
  const { data: me } = useMe();
  if (!me || !isAdministrator(me)) {
    return <Notice>{text.noPlaces}</Notice>;
  }
  return (
    <Card className="flex flex-col items-start gap-4">
      <h2>{steps.title}</h2>
      <p>{steps.text}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/admin/accommodations">{steps.places}</ButtonLink>
        <ButtonLink href="/admin/people/invite" look="plain">
          {steps.invite}
        </ButtonLink>
      </div>
    </Card>
  );
}
