"use client";

import { clsx } from "clsx";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useLanguage } from "@/platform/texts/language";
import { longDayText, monthText, weekdayText } from "./format";
import { monday, plusDays, plusMonths, sameMonth, sixWeeks, weekday, type Day } from "./nights";

/** How one day looks, and what screen readers read. */
export interface DayLook {
  content?: ReactNode;
  /** Follows the date in the name that screen readers read. */
  label?: string;
  className?: string;
  disabled?: boolean;
  pressed?: boolean;
}

interface MonthGridProps {
  month: Day;
  /** The day that has the keyboard focus; Tab reaches only the grid of its month. */
  at: Day;
  today: Day;
  look: (day: Day) => DayLook;
  onMove: (day: Day) => void;
  onChoose: (day: Day) => void;
  onHover?: (day: Day | null) => void;
}

const STEPS: Record<string, (day: Day) => Day> = {
  ArrowLeft: (day) => plusDays(day, -1),
  ArrowRight: (day) => plusDays(day, 1),
  ArrowUp: (day) => plusDays(day, -7),
  ArrowDown: (day) => plusDays(day, 7),
  Home: monday,
  End: (day) => plusDays(monday(day), 6),
  PageUp: (day) => plusMonths(day, -1),
  PageDown: (day) => plusMonths(day, 1),
};

/**
 * A month in six weeks, Monday first. Arrows move by days and weeks, Page Up and Down by months,
 * Home and End to the ends of the week. The cells of the neighbouring months are empty, so that no
 * day is on the screen twice.
 */
export function MonthGrid({ month, at, today, look, onMove, onChoose, onHover }: MonthGridProps) {
  const language = useLanguage();
  const title = useId();
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const days = sixWeeks(month);

  useEffect(() => {
    if (byKey.current) {
      byKey.current = false;
      grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    }
  }, [at]);

  return (
    <div>
      {/* Not a caption: a grid may hold rows only. */}
      <p id={title} className="pb-2 text-center font-semibold" aria-live="polite">
        {monthText(month, language)}
      </p>
      <table
        ref={grid}
        role="grid"
        aria-labelledby={title}
        className="w-full table-fixed border-collapse"
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          const from = (event.target as HTMLElement).dataset["day"];
          if (step && from) {
            event.preventDefault();
            byKey.current = true;
            onMove(step(from));
          }
        }}
        onMouseLeave={() => onHover?.(null)}
      >
        <thead>
          <tr>
            {days.slice(0, 7).map((day) => (
              <th key={weekday(day)} scope="col" className="text-muted pb-1 text-sm font-medium">
                {weekdayText(day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[0, 7, 14, 21, 28, 35].map((week) => (
            <tr key={week}>
              {days
                .slice(week, week + 7)
                .map((day) =>
                  sameMonth(day, month) ? (
                    <DayCell
                      key={day}
                      day={day}
                      look={look(day)}
                      isToday={day === today}
                      tabbable={day === at}
                      name={longDayText(day, language)}
                      onChoose={onChoose}
                      onHover={onHover}
                    />
                  ) : (
                    <td key={day} className="h-12 p-0" />
                  ),
                )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayCellProps {
  day: Day;
  look: DayLook;
  isToday: boolean;
  tabbable: boolean;
  name: string;
  onChoose: (day: Day) => void;
  onHover?: (day: Day | null) => void;
}

function DayCell({ day, look, isToday, tabbable, name, onChoose, onHover }: DayCellProps) {
  return (
    <td aria-selected={look.pressed ?? false} className="p-0">
      <button
        type="button"
        data-day={day}
        tabIndex={tabbable ? 0 : -1}
        // Not `disabled`: the keyboard must reach the day, so that screen readers can say why.
        aria-disabled={look.disabled}
        aria-current={isToday ? "date" : undefined}
        aria-label={look.label ? `${name}, ${look.label}` : name}
        onClick={() => {
          if (!look.disabled) {
            onChoose(day);
          }
        }}
        onMouseEnter={() => onHover?.(day)}
        onFocus={() => onHover?.(day)}
        className={clsx(
          "relative flex h-12 w-full flex-col items-center justify-center leading-tight",
          look.disabled && "cursor-not-allowed",
          look.className,
        )}
      >
        <span className={clsx("text-base", isToday && "font-bold underline underline-offset-2")}>
          {Number(day.slice(8))}
        </span>
        {look.content}
      </button>
    </td>
  );
}
