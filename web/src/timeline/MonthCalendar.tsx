import { clsx } from "clsx";
import { DayGrid, type DayLook } from "@/platform/dates/DayGrid";
import { rangeText, shortMonthName } from "@/platform/dates/format";
import { daysFrom, plusDays, type Day } from "@/platform/dates/nights";
import { useDayFocus } from "@/platform/dates/useDayFocus";
import { useToday } from "@/platform/dates/useToday";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { marks, type Selection } from "./selection";
import { words } from "./texts";
import { freeOn, parties, sleepsOn, type Timeline } from "./timeline";

/** The names that a cell has room for. */
const MOST_NAMES = 2;

interface MonthCalendarProps {
  timeline: Timeline;
  /** The day whose sheet is open. */
  day: Day | null;
  selection: Selection | null;
  onDay: (day: Day) => void;
  /** Called with a day that the keyboard moved to and that is not shown. */
  onTurn: (day: Day) => void;
}

/** Six weeks on a phone: the free beds of each night, and who sleeps there. */
export function MonthCalendar({ timeline, day, selection, onDay, onTurn }: MonthCalendarProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const today = useToday();
  const { grids, focusDay } = useDayFocus<HTMLDivElement>();
  const days = daysFrom(timeline.from, timeline.to);
  const at = [day, today].find((one) => one && days.includes(one)) ?? timeline.from;

  function look(night: Day): DayLook {
    const beds = freeOn(timeline, night);
    const asleep = parties(timeline, (stay) => sleepsOn(stay, night));
    const own = asleep.some(({ stay }) => stay.mine);
    const names = asleep.map(({ stay }) => (stay.mine ? text.you : (stay.label ?? text.occupied)));
    const isPast = night < today;
    const full = beds?.free === 0;
    const state = isPast ? text.past : full ? text.full : text.free(beds?.free ?? 0);
    const marked = marks(selection, night);
    return {
      label: [...names.filter((name) => name !== text.you), state, own && text.mine]
        .filter(Boolean)
        .join(", "),
      pressed: night === day || marked,
      number: night.endsWith("-01") ? (
        <span className="whitespace-nowrap">
          1 <span className="text-[0.625rem]">{shortMonthName(night, language)}</span>
        </span>
      ) : undefined,
      className: clsx(
        "rounded-lg border-2",
        night === day ? "border-ink" : marked ? "border-leaf" : "border-transparent",
        marked
          ? "bg-leaf text-on-leaf font-bold"
          : isPast
            ? "text-muted"
            : full
              ? "hatched bg-sun-soft"
              : asleep.length > 0
                ? "bg-sky-soft"
                : "bg-leaf-soft",
      ),
      content: (
        <span className="flex w-full flex-col text-center text-[0.625rem] leading-3">
          {!isPast && <span className="font-semibold">{full ? text.full : beds?.free}</span>}
          {names.slice(0, names.length > MOST_NAMES ? 1 : MOST_NAMES).map((name, index) => (
            <span key={index} className="truncate">
              {name}
            </span>
          ))}
          {names.length > MOST_NAMES && <span>+{names.length - 1}</span>}
        </span>
      ),
    };
  }

  return (
    <Card className="p-2">
      <div ref={grids}>
        <DayGrid
          title={rangeText(timeline.from, plusDays(timeline.to, -1), language)}
          days={days}
          at={at}
          today={today}
          tall
          look={look}
          onMove={(to) => {
            if (!days.includes(to)) {
              onTurn(to);
            }
            focusDay(to);
          }}
          onChoose={onDay}
        />
      </div>
    </Card>
  );
}
