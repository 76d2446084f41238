import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { longDayText, shortMonthName, weekdayText } from "@/platform/dates/format";
import { daysFrom, weekday, type Day } from "@/platform/dates/nights";
import { useToday } from "@/platform/dates/useToday";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { FreeCell } from "./FreeCell";
import type { Selection } from "./selection";
import { StayBars } from "./StayBars";
import { words } from "./texts";
import { freeOn, type Row, type Timeline } from "./timeline";
import { useMarking } from "./useMarking";
import type { ViewState } from "./viewState";

interface TimelineTableProps {
  timeline: Timeline;
  state: ViewState;
  selection: Selection | null;
  /** Called when somebody marks free nights of a place; absent where nothing can be booked. */
  onSelection?: (selection: Selection | null) => void;
}

/** Nights from left to right, places from top to bottom: free beds, and who sleeps where. */
export function TimelineTable({ timeline, state, selection, onSelection }: TimelineTableProps) {
  const text = useTexts(words);
  const today = useToday();
  const nights = daysFrom(timeline.from, timeline.to);
  const scrolled = useRef<HTMLDivElement>(null);
  const marking = useMarking(timeline, selection, onSelection);

  useEffect(() => {
    scrolled.current?.scrollTo({ left: 0 });
  }, [state.view, state.day]);

  return (
    <div
      ref={scrolled}
      role="region"
      aria-label={text.title}
      tabIndex={0}
      className="border-line bg-card overflow-x-auto rounded-2xl border"
    >
      <table
        className="w-full table-fixed border-collapse text-sm"
        style={{ minWidth: `${9 + 1.75 * nights.length}rem` }}
      >
        <colgroup>
          <col className="w-36" />
          <col span={nights.length} />
        </colgroup>
        <Header nights={nights} today={today} />
        <tbody {...marking}>
          <tr className="border-line border-y font-semibold">
            <th scope="row" className="bg-card sticky left-0 z-1 p-2 text-left">
              {text.freeInAll}
            </th>
            {nights.map((night) => (
              <FreeCell
                key={night}
                night={night}
                today={today}
                free={freeOn(timeline, night)?.free ?? 0}
              />
            ))}
          </tr>
          {timeline.accommodations.map((row) => (
            <PlaceRows
              key={row.id}
              row={row}
              nights={nights}
              today={today}
              selection={selection?.place === row.id ? selection : null}
              bookable={onSelection !== undefined && row.isActive}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Header({ nights, today }: { nights: Day[]; today: Day }) {
  const text = useTexts(words);
  const language = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col" className="bg-card sticky left-0 z-1 p-2 text-left">
          {text.place}
        </th>
        {nights.map((night, index) => (
          <th
            key={night}
            scope="col"
            data-night={night}
            aria-current={night === today ? "date" : undefined}
            className={clsx(
              "scroll-ml-36 py-2 text-center align-bottom font-medium",
              weekday(night) >= 5 ? "text-ink bg-weekend" : "text-muted",
              night === today && "bg-leaf text-on-leaf rounded-t-lg font-bold",
            )}
          >
            <abbr title={longDayText(night, language)} className="block no-underline">
              {(index === 0 || night.endsWith("-01")) && (
                <span className="block text-xs">{shortMonthName(night, language)}</span>
              )}
              <span className="block text-xs">{weekdayText(night, language)}</span>
              {Number(night.slice(8))}
            </abbr>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface PlaceRowsProps {
  row: Row;
  nights: Day[];
  today: Day;
  selection: Selection | null;
  bookable: boolean;
}

function PlaceRows({ row, nights, today, selection, bookable }: PlaceRowsProps) {
  const text = useTexts(words);
  return (
    <>
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
          <FreeCell
            key={night}
            night={night}
            today={today}
            free={row.free[index] ?? 0}
            place={bookable ? row.id : undefined}
            selection={selection}
          />
        ))}
      </tr>
      <tr>
        <td colSpan={nights.length} className="p-0 pb-2">
          <StayBars row={row} nights={nights} />
        </td>
      </tr>
    </>
  );
}
