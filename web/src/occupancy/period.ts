import { monthOf, plusDays, plusMonths, type Day } from "@/platform/dates/nights";

/** The nights of the report: half-open, like a stay. */
export interface Period {
  from: Day;
  to: Day;
}

export const PRESETS = ["thisYear", "lastYear", "last12", "next12"] as const;

export type Preset = (typeof PRESETS)[number];

function year(number: number): Period {
  return { from: `${number}-01-01`, to: `${number + 1}-01-01` };
}

/** The nights that a name such as "this year" stands for today. */
export function presetPeriod(preset: Preset, today: Day): Period {
  const thisYear = Number(today.slice(0, 4));
  switch (preset) {
    case "thisYear":
      return year(thisYear);
    case "lastYear":
      return year(thisYear - 1);
    case "last12":
      return { from: plusMonths(today, -12), to: monthOf(today) };
    case "next12":
      return { from: monthOf(today), to: plusMonths(today, 12) };
  }
}

/** The name of these nights, if they have one. */
export function presetOf(period: Period, today: Day): Preset | undefined {
  return PRESETS.find((preset) => {
    const { from, to } = presetPeriod(preset, today);
    return from === period.from && to === period.to;
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string | null): text is Day {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text));
}

/** Reads the period from the address; anything but two days counts as missing. */
export function periodOf(parameters: URLSearchParams, today: Day): Period {
  const from = parameters.get("from");
  const to = parameters.get("to");
  return isDay(from) && isDay(to) ? { from, to } : presetPeriod("thisYear", today);
}

export function queryOf({ from, to }: Period): string {
  return new URLSearchParams({ from, to }).toString();
}

/** People name the last night, not the day after it. */
export function lastNight({ to }: Period): Day {
  return plusDays(to, -1);
}

export function untilNight(last: Day): Day {
  return plusDays(last, 1);
}
