import { dayText, stayText } from "@/platform/dates/format";
import type { Day } from "@/platform/dates/nights";
import { useToday } from "@/platform/dates/useToday";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { PartyLine } from "./PartyLine";
import { words } from "./texts";
import { freeOn, parties, touches, type Timeline } from "./timeline";

/** Who is there on a day, who arrives and leaves, and the free beds of the night. */
export function DayFacts({ timeline, day }: { timeline: Timeline; day: Day }) {
  const text = useTexts(words);
  const language = useLanguage();
  const isPast = day < useToday();
  const there = parties(timeline, (stay) => touches(stay, day));
  const beds = freeOn(timeline, day);

  return (
    <>
      <h2>{(isPast ? text.whoWas : text.who)(dayText(day, language))}</h2>
      {beds && !isPast && (
        <p className="text-muted mb-3">{beds.free === 0 ? text.full : text.free(beds.free)}</p>
      )}
      {there.length === 0 ? (
        <p>{isPast ? text.nobodyWas : text.nobody}</p>
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
    </>
  );
}
