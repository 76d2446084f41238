import type { Language } from "@/platform/texts/language";
import { asDate, nightsBetween, plusDays, sameMonth, today, type Day } from "./nights";

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

function isOfThisYear(day: Day, now: Day): boolean {
  return day.slice(0, 4) === now.slice(0, 4);
}

/** "15. Jan.", with the year on demand. */
function dateText(day: Day, language: Language, withYear: boolean): string {
  return ofDay(day, language, {
    day: "numeric",
    month: "short",
    ...(withYear && { year: "numeric" }),
  });
}

function weekdayName(day: Day, language: Language): string {
  return ofDay(day, language, { weekday: "short" }).replace(".", "");
}

/** "Fr 15. Jan."; the year follows where it is not this one. */
export function dayText(day: Day, language: Language, now = today()): string {
  return `${weekdayName(day, language)} ${dateText(day, language, !isOfThisYear(day, now))}`;
}

/** "Freitag, 15. Januar 2027": for screen readers. */
export function longDayText(day: Day, language: Language): string {
  return ofDay(day, language, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "Januar 2027" */
export function monthText(month: Day, language: Language): string {
  return ofDay(month, language, { month: "long", year: "numeric" });
}

/** "Sept. 2027": where there is little room. */
export function shortMonthText(month: Day, language: Language): string {
  return ofDay(month, language, { month: "short", year: "numeric" });
}

/** "Jan": above the first night of a month. */
export function shortMonthName(month: Day, language: Language): string {
  return ofDay(month, language, { month: "short" }).slice(0, 3);
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

/** "Fr 15. – So 17. Jan.", "Do 31. Dez. – Sa 2. Jan. 2027": month and year where they are needed. */
export function rangeText(start: Day, end: Day, language: Language, now = today()): string {
  const oneYear = start.slice(0, 4) === end.slice(0, 4);
  const startYear = !oneYear && !isOfThisYear(start, now);
  const endYear = startYear || !isOfThisYear(end, now);
  const first = sameMonth(start, end)
    ? `${Number(start.slice(8))}${language === "de" ? "." : ""}`
    : dateText(start, language, startYear);
  return `${weekdayName(start, language)} ${first} – ${weekdayName(end, language)} ${dateText(end, language, endYear)}`;
}

/** "Fr 15. – So 17. Jan. · 2 Nächte" */
export function stayText(start: Day, end: Day, language: Language, now = today()): string {
  return `${rangeText(start, end, language, now)} · ${nightsText(nightsBetween(start, end), language)}`;
}

/** Nights in a sentence: "vom Fr 15. auf den So 17. Jan.", "from Fri 15 to Sun 17 Jan". */
export function nightsInSentence(first: Day, last: Day, language: Language, now = today()): string {
  const [from, to] = rangeText(first, plusDays(last, 1), language, now).split(" – ");
  return language === "de" ? `vom ${from} auf den ${to}` : `from ${from} to ${to}`;
}

/** A moment, in this device's zone: "Di 24. Nov., 14:05" */
export function momentText(instant: string, language: Language, now = today()): string {
  const moment = new Date(instant);
  const day = new Intl.DateTimeFormat("sv-SE").format(moment);
  const time = formatter(language, { hour: "2-digit", minute: "2-digit" }).format(moment);
  return `${dayText(day, language, now)}, ${time}`;
}
