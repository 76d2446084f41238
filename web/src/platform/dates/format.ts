import type { Language } from "@/platform/texts/language";
import { asDate, nightsBetween, type Day } from "./nights";

const LOCALE: Record<Language, string> = { de: "de-DE", en: "en-GB" };

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = made.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALE[language], options);
    made.set(key, found);
  }
  return found;
}

function ofDay(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  return formatter(language, { ...options, timeZone: "UTC" }).format(asDate(day));
}

/** "15. Jan. 2027" */
export function dayText(day: Day, language: Language): string {
  return ofDay(day, language, { day: "numeric", month: "short", year: "numeric" });
}

/** "Freitag, 15. Januar 2027": for screen readers. */
export function longDayText(day: Day, language: Language): string {
  return ofDay(day, language, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "Fr., 15. Jan." */
export function shortDayText(day: Day, language: Language): string {
  return ofDay(day, language, { weekday: "short", day: "numeric", month: "short" });
}

/** "Januar 2027" */
export function monthText(month: Day, language: Language): string {
  return ofDay(month, language, { month: "long", year: "numeric" });
}

/** "Sept. 2027": where there is little room. */
export function shortMonthText(month: Day, language: Language): string {
  return ofDay(month, language, { month: "short", year: "numeric" });
}

/** "Fr" */
export function weekdayText(day: Day, language: Language): string {
  return ofDay(day, language, { weekday: "short" }).replace(".", "").slice(0, 2);
}

export function nightsText(nights: number, language: Language): string {
  if (language === "de") {
    return nights === 1 ? "1 Nacht" : `${nights} Nächte`;
  }
  return nights === 1 ? "1 night" : `${nights} nights`;
}

/** "15. Jan. 2027 → 20. Jan. 2027 (5 Nächte)" */
export function stayText(start: Day, end: Day, language: Language): string {
  const nights = nightsText(nightsBetween(start, end), language);
  return `${dayText(start, language)} → ${dayText(end, language)} (${nights})`;
}

/** A moment, in this device's zone: "24. Nov. 2026, 14:05" */
export function momentText(instant: string, language: Language): string {
  return formatter(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(instant));
}
