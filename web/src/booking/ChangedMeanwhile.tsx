import { useSending } from "@/platform/api/useSending";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { draftOf, type Draft } from "./draft";
import { bookWords } from "./texts";
import { readBooking, type VersionedBooking } from "./useBooking";

interface ChangedMeanwhileProps {
  /** Whether the server has just refused the change because the form began with an old version. */
  stale: boolean;
  /** The version that the form began with. */
  before: VersionedBooking;
  /** The current version. */
  now: VersionedBooking;
  onLoad: (now: VersionedBooking) => void;
  /** Called with the saved version, to replace what is typed. */
  onTake: (saved: Draft) => void;
}

/** Somebody else saved a change meanwhile: shows it beside what is typed here. */
export function ChangedMeanwhile({ stale, before, now, onLoad, onTake }: ChangedMeanwhileProps) {
  const text = useTexts(bookWords);
  const { send, busy, refusal } = useSending(async () =>
    onLoad(await readBooking(before.booking.id)),
  );
  if (stale) {
    return (
      <Notice kind="problem">
        <p>{text.changedMeanwhile}</p>
        <Problem error={refusal} />
        <Button look="plain" className="mt-3" busy={busy} onClick={() => void send()}>
          {text.reload}
        </Button>
      </Notice>
    );
  }
  return (
    now !== before && (
      <FocusOnMount key={now.etag}>
        <Saved booking={now.booking} onTake={onTake} />
      </FocusOnMount>
    )
  );
}

function Saved({
  booking,
  onTake,
}: {
  booking: VersionedBooking["booking"];
  onTake: (saved: Draft) => void;
}) {
  const text = useTexts(bookWords);
  const language = useLanguage();
  return (
    <Notice kind="warning">
      <p>{text.savedMeanwhile}</p>
      <ul className="my-2 font-semibold break-words">
        <li>{stayText(booking.startDate, booking.endDate, language)}</li>
        {booking.bookingItems.map((item) => (
          <li key={item.sleepingAccommodationId}>
            {item.sleepingAccommodationName}: {text.persons(item.personCount)}
          </li>
        ))}
        {booking.notes && <li className="whitespace-pre-wrap">„{booking.notes}“</li>}
      </ul>
      <p>{text.savedMeanwhileNote}</p>
      <Button look="plain" className="mt-3" onClick={() => onTake(draftOf(booking))}>
        {text.take}
      </Button>
    </Notice>
  );
}
