import { clsx } from "clsx";
import { Fragment } from "react";
import { longDayText, weekdayText } from "@/platform/dates/format";
import { daysFrom, weekday, type Day } from "@/platform/dates/nights";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { StayBars } from "./StayBars";
import { words } from "./texts";
import { freeOn, type Row, type Timeline } from "./timeline";

interface TimelineTableProps {
  timeline: Timeline;
  today: Day;
}

/** Nights from left to right, places from top to bottom: free beds, and who sleeps where. */
export function TimelineTable({ timeline, today }: TimelineTableProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const nights = daysFrom(timeline.from, timeline.to);

  return (
    <div
      role="region"
      aria-label={text.title}
      tabIndex={0}
      className="border-line bg-card overflow-x-auto rounded-2xl border"
    >
      <table className="w-full table-fixed border-collapse text-sm">
        <colgroup>
          <col className="w-36" />
          {nights.map((night) => (
            <col key={night} className="w-8" />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="bg-card sticky left-0 z-1 p-2 text-left">
              {text.place}
            </th>
            {nights.map((night) => (
              <th
                key={night}
                scope="col"
                aria-current={night === today ? "date" : undefined}
                className={clsx(
                  "py-2 text-center font-medium",
                  weekday(night) >= 5 ? "text-ink" : "text-muted",
                  night === today && "bg-leaf text-on-leaf rounded-t-lg font-bold",
                )}
              >
                <abbr title={longDayText(night, language)} className="block no-underline">
                  <span className="block text-xs">{weekdayText(night, language)}</span>
                  {Number(night.slice(8))}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="border-line border-y font-semibold">
            <th scope="row" className="bg-card sticky left-0 z-1 p-2 text-left">
              {text.freeInAll}
            </th>
            {nights.map((night) => (
              <FreeCell key={night} free={freeOn(timeline, night)?.free ?? 0} />
            ))}
          </tr>
          {timeline.accommodations.map((row) => (
            <PlaceRows key={row.id} row={row} nights={nights} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceRows({ row, nights }: { row: Row; nights: Day[] }) {
  const text = useTexts(words);
  return (
    <Fragment>
      <tr className="border-line border-t">
        <th
          scope="row"
          rowSpan={2}
          className="bg-card sticky left-0 z-1 p-2 text-left align-top font-semibold break-words"
        >
          {row.name}
          <span className="text-muted block font-normal">
            {row.isActive ? text.beds(row.maxCapacity) : text.inactive}
          </span>
        </th>
        {nights.map((night, index) => (
          <FreeCell key={night} free={row.free[index] ?? 0} />
        ))}
      </tr>
      <tr>
        <td colSpan={nights.length} className="p-0 pb-2">
          <StayBars row={row} nights={nights} />
        </td>
      </tr>
    </Fragment>
  );
}

function FreeCell({ free }: { free: number }) {
  const text = useTexts(words);
  return (
    <td
      className={clsx("text-center", free === 0 ? "hatched bg-sun-soft" : "text-muted")}
      title={free === 0 ? text.full : text.free(free)}
    >
      {free === 0 ? <span className="text-xs font-semibold">{text.full}</span> : free}
    </td>
  );
}
