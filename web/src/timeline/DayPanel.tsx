import type { Day } from "@/platform/dates/nights";
import { useToday } from "@/platform/dates/useToday";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { DayFacts } from "./DayFacts";
import { words } from "./texts";
import { freeOn, type Timeline } from "./timeline";

interface DayPanelProps {
  timeline: Timeline;
  day: Day;
  bookable: boolean;
}

/** One day of a week on a phone, and the link that books from it on. */
export function DayPanel({ timeline, day, bookable }: DayPanelProps) {
  const text = useTexts(words);
  const isPast = day < useToday();
  const full = freeOn(timeline, day)?.free === 0;

  return (
    <Card>
      <DayFacts timeline={timeline} day={day} />
      {bookable && !full && !isPast && (
        <ButtonLink href={`/book?start=${day}`} className="mt-4 w-full">
          {text.bookFrom}
        </ButtonLink>
      )}
    </Card>
  );
}
