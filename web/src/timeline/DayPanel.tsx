import { dayText, stayText } from "@/platform/dates/format";
import { today, type Day } from "@/platform/dates/nights";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { PartyLine } from "./PartyLine";
import { words } from "./texts";
import { freeOn, parties, touches, type Timeline } from "./timeline";

interface DayPanelProps {
  timeline: Timeline;
  day: Day;
  bookable: boolean;
}

/** Who is there on a day, who arrives and leaves, and the free beds of the night. */
export function DayPanel({ timeline, day, bookable }: DayPanelProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const there = parties(timeline, (stay) => touches(stay, day));
  const beds = freeOn(timeline, day);
  const full = beds?.free === 0;

  return (
    <Card aria-live="polite">
      <h2>{text.who(dayText(day, language))}</h2>
      {beds && <p className="text-muted mb-3">{full ? text.full : text.free(beds.free)}</p>}
      {there.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {there.map((party) => (
            <PartyLine
              key={party.stay.bookingId}
              party={party}
              when={
                party.stay.startDate === day
                  ? text.comes
                  : party.stay.endDate === day
                    ? text.leaves
                    : stayText(party.stay.startDate, party.stay.endDate, language)
              }
            />
          ))}
        </ul>
      )}
      {bookable && !full && day >= today() && (
        <ButtonLink href={`/book?start=${day}`} className="mt-4 w-full">
          {text.bookFrom}
        </ButtonLink>
      )}
    </Card>
  );
}
