import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { PartyLine } from "./PartyLine";
import { words } from "./texts";
import { parties, type Timeline } from "./timeline";

/** All stays of the period, the earliest first. */
export function PartyList({ timeline }: { timeline: Timeline }) {
  const text = useTexts(words);
  const language = useLanguage();
  const all = parties(timeline, () => true);
  if (all.length === 0) {
    return <p>{text.nobodyThen}</p>;
  }
  return (
    <Card>
      <ul className="flex flex-col gap-4">
        {all.map((party) => (
          <PartyLine
            key={party.stay.bookingId}
            party={party}
            when={stayText(party.stay.startDate, party.stay.endDate, language)}
          />
        ))}
      </ul>
    </Card>
  );
}
