import { monthOf, plusMonths, type Day } from "@/platform/dates/nights";

/** Nights from `from` up to, and not including, `to`. */
export interface Window {
  from: Day;
  to: Day;
}

export const PRESETS = ["thisYear", "lastYear", "thisMonth", "nextMonths"] as const;

export type Preset = (typeof PRESETS)[number];

function year(of: number): Window {
  return { from: `${of}-01-01`, to: `${of + 1}-01-01` };
}

export function windowOf(preset: Preset, today: Day): Window {
  const thisYear = Number(today.slice(0, 4));
  const month = monthOf(today);
  switch (preset) {
    case "thisYear":
      return year(thisYear);
    case "lastYear":
      return year(thisYear - 1);
    case "thisMonth":
      return { from: month, to: plusMonths(month, 1) };
    case "nextMonths":
      return { from: plusMonths(month, 1), to: plusMonths(month, 4) };
  }
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What stands in the address; this year if that is no window. */
export function windowIn(parameters: URLSearchParams, today: Day): Window {
  const from = parameters.get("from") ?? "";
  const to = parameters.get("to") ?? "";
  return DAY.test(from) && DAY.test(to) && !Number.isNaN(Date.parse(from) + Date.parse(to))
    ? { from, to }
    : windowOf("thisYear", today);
}
