"use client";

import { clsx } from "clsx";
import { useState } from "react";
import { dayText, stayText } from "@/platform/dates/format";
import type { DayLook } from "@/platform/dates/DayGrid";
import { MonthGrid } from "@/platform/dates/MonthGrid";
import { MonthSelect } from "@/platform/dates/MonthSelect";
import { monthOf, plusMonths, sameMonth, type Day } from "@/platform/dates/nights";
import { useDayFocus } from "@/platform/dates/useDayFocus";
import { useToday } from "@/platform/dates/useToday";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Icon } from "@/platform/ui/Icon";
import { Problem } from "@/platform/ui/Problem";
import { Spinner } from "@/platform/ui/Spinner";
import { useWide } from "@/platform/ui/useWide";
import { freeNights, useAvailability } from "./availability";
import { choosable, night, pressed, previewed, sleepsIn, type Choosing, type Range } from "./range";
import { pickerWords, type PickerWords } from "./texts";

/** The months that can be jumped to. */
const MONTHS = 25;

interface RangePickerProps {
  range: Range;
  onChange: (range: Range) => void;
  /** The first day that can be chosen: today, or the arrival of a stay that has begun. */
  first: Day;
  /** The booking that is being changed: its own beds count as free. */
  except?: string;
  /** Whether full nights can be chosen: for the waiting list. */
  fullToo?: boolean;
}

/** Picks arrival and departure in one month, or in two where there is room. */
export function RangePicker({ range, onChange, first, except, fullToo = false }: RangePickerProps) {
  const text = useTexts(pickerWords);
  const wide = useWide();
  const today = useToday();
  const { grids, focusDay } = useDayFocus<HTMLDivElement>();
  const [at, setAt] = useState<Day>(range.start ?? first);
  const [shownMonth, setShownMonth] = useState<Day>(monthOf(at));
  const [hovered, setHovered] = useState<Day | null>(null);

  const months = wide ? [shownMonth, plusMonths(shownMonth, 1)] : [shownMonth];
  const behind = plusMonths(shownMonth, months.length);
  const from = range.start && !range.end && range.start < shownMonth ? range.start : shownMonth;
  const { data, error, mutate } = useAvailability(from < first ? first : from, behind, except);
  const choosing: Choosing = {
    free: freeNights(data?.accommodations ?? []),
    today: first,
    fullToo,
  };
  const preview = previewed(range, hovered, choosing);

  function move(day: Day) {
    const to = day < first ? first : day;
    setAt(to);
    focusDay(to);
    if (!months.some((month) => sameMonth(month, to))) {
      setShownMonth(to < shownMonth ? monthOf(to) : plusMonths(to, 1 - months.length));
    }
  }

  function show(month: Day) {
    setShownMonth(month);
    setAt(month < first ? first : month);
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <Button
          look="plain"
          className="px-2.5!"
          aria-label={text.previous}
          disabled={shownMonth <= monthOf(first)}
          onClick={() => show(plusMonths(shownMonth, -1))}
        >
          <Icon name="left" />
        </Button>
        <MonthSelect shown={shownMonth} first={monthOf(first)} months={MONTHS} onChoose={show} />
        <Button
          look="plain"
          className="px-2.5!"
          aria-label={text.next}
          onClick={() => show(plusMonths(shownMonth, 1))}
        >
          <Icon name="right" />
        </Button>
      </div>
      <Chosen range={preview} />
      <Problem error={error} onRetry={() => void mutate()} />
      <div ref={grids} className="grid gap-6 md:grid-cols-2">
        {months.map((month) => (
          <MonthGrid
            key={month}
            month={month}
            at={at}
            today={today}
            look={(day) => dayLook(day, range, preview, choosing, text)}
            onMove={move}
            onHover={setHovered}
            onChoose={(day) => {
              setAt(day);
              onChange(pressed(day, range, choosing));
            }}
          />
        ))}
      </div>
      <Legend loading={!data && !error} />
    </div>
  );
}

/**
 * The legend of the calendar. It stands below the days, so that they do not move while they load.
 */
function Legend({ loading }: { loading: boolean }) {
  const text = useTexts(pickerWords);
  return (
    <div className="text-muted flex min-h-10 items-center gap-2 text-sm">
      {loading ? (
        <Spinner />
      ) : (
        <span
          aria-hidden="true"
          className="hatched bg-sun-soft inline-block size-4 shrink-0 rounded"
        />
      )}
      <p role={loading ? "status" : undefined}>{loading ? text.loading : text.legend}</p>
    </div>
  );
}

/** The dates chosen so far; screen readers read each change. */
function Chosen({ range: { start, end } }: { range: Range }) {
  const text = useTexts(pickerWords);
  const language = useLanguage();
  return (
    // Room for two lines, so that the days do not move when the text changes.
    <p
      role="status"
      className="flex min-h-12 items-center justify-center px-2 text-center font-semibold text-balance md:min-h-8"
    >
      {!start && text.chooseStart}
      {start && !end && text.chooseEnd(dayText(start, language))}
      {start && end && stayText(start, end, language)}
    </p>
  );
}

function dayLook(
  day: Day,
  range: Range,
  preview: Range,
  choosing: Choosing,
  text: PickerWords,
): DayLook {
  const is = night(day, choosing);
  const asleep = sleepsIn(preview, day);
  const end = day === preview.start || day === preview.end;
  const label = [
    day === range.start && text.arrival,
    day === range.end && text.departure,
    is === "free" ? text.free(choosing.free.get(day) ?? 0) : text[is],
  ];
  return {
    label: label.filter(Boolean).join(", "),
    disabled: !choosable(day, range, choosing),
    pressed: end || asleep,
    className: clsx(
      end && "bg-leaf text-on-leaf rounded-lg font-bold",
      asleep && !end && "bg-leaf-soft",
      !asleep && !end && is === "full" && "hatched bg-sun-soft pb-2",
      !asleep && !end && (is === "past" || is === "unknown") && "text-muted opacity-60",
      !asleep && !end && is === "free" && "hover:bg-leaf-soft rounded-lg",
    ),
    content:
      is === "full" ? (
        <span className="text-xs font-semibold">{text.full}</span>
      ) : is === "free" ? (
        <span className="text-xs" aria-hidden="true">
          {choosing.free.get(day)}
        </span>
      ) : null,
  };
}
