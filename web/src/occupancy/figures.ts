import type { Schemas } from "@/platform/api/client";
import type { Language } from "@/platform/texts/language";

export type Occupancy = Schemas["Occupancy"];
export type Figures = Schemas["OccupancyFigures"];
export type MonthFigures = Schemas["OccupancyMonth"];

const LOCALE: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** "1.234" */
export function numberText(number: number, language: Language): string {
  return number.toLocaleString(LOCALE[language]);
}

/**
 * "12 %", and "1,2 %" below 10 %; a dash where no beds were offered, since there is no share of
 * nothing.
 */
export function shareText(share: number | null, language: Language): string {
  return share === null
    ? "–"
    : share.toLocaleString(LOCALE[language], {
        style: "percent",
        maximumFractionDigits: share < 0.1 ? 1 : 0,
      });
}
