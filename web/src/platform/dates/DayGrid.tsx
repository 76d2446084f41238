"use client";

import { clsx } from "clsx";
import { useId, type ReactNode } from "react";
import { useLanguage } from "@/platform/texts/language";
import { longDayText, weekdayText } from "./format";
import { monday, plusDays, plusMonths, weekday, type Day } from "./nights";

/** How one day looks, and what screen readers read. */
export interface DayLook {
  content?: ReactNode;
  /** Stands in place of the day of the month. */
  number?: ReactNode;
  /** Follows the date in the name that screen readers read. */
  label?: string;
  className?: string;
  disabled?: boolean;
  pressed?: boolean;
}

interface DayGridProps {
  title: string;
  /** Whole weeks, Monday first. */
  days: readonly Day[];
  /** Days that have a cell; the cells of the others are empty. */
  has?: (day: Day) => boolean;
  /** The day that has the keyboard focus; Tab reaches only the grid that shows it. */
  at: Day;
  today: Day;
  /** Room for names in each cell, and for a sheet below the day that has the focus. */
  tall?: boolean;
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
 * Days in weeks, Monday first. Arrows move by days and weeks, Page Up and Down by months, Home and
 * End to the ends of the week. The caller moves the focus, since the day may be in another grid.
 */
export function DayGrid({ title, days, has = () => true, ...cells }: DayGridProps) {
  const language = useLanguage();
  const id = useId();
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(7 * week, 7 * week + 7),
  );

  return (
    <div>
      {/* Not a caption: a grid may hold rows only. */}
      <p id={id} className="pb-2 text-center font-semibold" aria-live="polite">
        {title}
      </p>
      <table
        role="grid"
        aria-labelledby={id}
        className="w-full table-fixed border-collapse"
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          const from = (event.target as HTMLElement).dataset["day"];
          if (step && from) {
            event.preventDefault();
            cells.onMove(step(from));
          }
        }}
        onMouseLeave={() => cells.onHover?.(null)}
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
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) =>
                has(day) ? (
                  <DayCell key={day} day={day} {...cells} />
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

type DayCellProps = Omit<DayGridProps, "title" | "days" | "has" | "onMove"> & { day: Day };

function DayCell({ day, at, today, tall, look, onChoose, onHover }: DayCellProps) {
  const language = useLanguage();
  const { content, number, label, className, disabled, pressed } = look(day);
  const name = longDayText(day, language);
  return (
    <td
      aria-selected={pressed ?? false}
      className={clsx("p-0.5", weekday(day) >= 5 && "bg-weekend")}
    >
      <button
        type="button"
        data-day={day}
        tabIndex={day === at ? 0 : -1}
        // Not `disabled`: the keyboard must reach the day, so that screen readers can say why.
        aria-disabled={disabled}
        aria-current={day === today ? "date" : undefined}
        aria-label={label ? `${name}, ${label}` : name}
        onClick={() => {
          if (!disabled) {
            onChoose(day);
          }
        }}
        onMouseEnter={() => onHover?.(day)}
        onFocus={() => onHover?.(day)}
        className={clsx(
          "relative flex w-full flex-col items-center leading-tight",
          tall ? "h-18 scroll-mb-[calc(40dvh+8rem)] justify-start pt-1" : "h-12 justify-center",
          disabled && "cursor-not-allowed",
          className,
        )}
      >
        <span
          className={clsx("text-base", day === today && "font-bold underline underline-offset-2")}
        >
          {number ?? Number(day.slice(8))}
        </span>
        {content}
      </button>
    </td>
  );
}
