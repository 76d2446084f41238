import type { Language } from "@/platform/texts/language";
import type { Schemas } from "@/platform/api/client";

export type Figures = Schemas["OccupancyFigures"];

const LOCALE: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** "1.234" */
export function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value);
}

/** "43 %"; nothing where nothing was offered. */
export function shareText(share: number | null, language: Language): string | null {
  return share === null
    ? null
    : new Intl.NumberFormat(LOCALE[language], {
        style: "percent",
        maximumFractionDigits: 0,
      }).format(share);
}
