import { clsx } from "clsx";
import { MonthGrid } from "@/platform/dates/MonthGrid";
import { monthOf, today, type Day } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { words } from "./texts";
import { freeOn, sleepsOn, type Timeline } from "./timeline";

interface MonthCalendarProps {
  timeline: Timeline;
  day: Day;
  onDay: (day: Day) => void;
}

/** The month on a phone: the free beds of each night, and the member's own stays. */
export function MonthCalendar({ timeline, day, onDay }: MonthCalendarProps) {
  const text = useTexts(words);
  const mine = timeline.accommodations.flatMap((row) => row.stays.filter((stay) => stay.mine));

  function look(night: Day) {
    const beds = freeOn(timeline, night);
    const own = mine.some((stay) => sleepsOn(stay, night));
    if (!beds) {
      return {};
    }
    const full = beds.free === 0;
    return {
      label: [full ? text.full : text.free(beds.free), own && text.mine].filter(Boolean).join(", "),
      pressed: night === day,
      className: clsx(
        "rounded-lg border",
        night === day ? "border-leaf border-2" : "border-transparent",
        full ? "hatched bg-sun-soft" : beds.free < beds.beds ? "bg-sky-soft" : "bg-leaf-soft",
      ),
      content: (
        <span className="flex items-center gap-0.5 text-xs">
          {full ? text.full : beds.free}
          {own && <span className="bg-leaf size-2 rounded-full" />}
        </span>
      ),
    };
  }

  return (
    <Card className="p-2">
      <MonthGrid
        month={monthOf(timeline.from)}
        at={day}
        today={today()}
        look={look}
        onMove={onDay}
        onChoose={onDay}
      />
    </Card>
  );
}
