import { daysFrom } from "@/platform/dates/nights";
import { DayPanel } from "./DayPanel";
import type { Timeline } from "./timeline";

/** A week on a phone: one panel for each day. */
export function WeekDays({ timeline, bookable }: { timeline: Timeline; bookable: boolean }) {
  return (
    <div className="flex flex-col gap-4">
      {daysFrom(timeline.from, timeline.to).map((day) => (
        <DayPanel key={day} timeline={timeline} day={day} bookable={bookable} />
      ))}
    </div>
  );
}
