import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { VersionChanged } from "@/platform/ui/VersionChanged";
import { draftOf, type Draft } from "./draft";
import { bookWords } from "./texts";
import { readBooking, type VersionedBooking } from "./useBooking";

interface ChangedMeanwhileProps {
  stale: boolean;
  before: VersionedBooking;
  now: VersionedBooking;
  onLoad: (now: VersionedBooking) => void;
  /** Called with the saved version, to replace what is typed. */
  onTake: (saved: Draft) => void;
}

/** What somebody else changed of the booking meanwhile. */
export function ChangedMeanwhile({ before, now, onTake, ...rest }: ChangedMeanwhileProps) {
  const text = useTexts(bookWords);
  return (
    <VersionChanged
      {...rest}
      before={before}
      now={now}
      message={text.changedMeanwhile}
      loadLabel={text.reload}
      read={() => readBooking(before.booking.id)}
    >
      <Saved booking={now.booking} onTake={onTake} />
    </VersionChanged>
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
