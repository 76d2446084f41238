import type { Language } from "@/platform/texts/language";

/**
 * How long ago a moment was, in words: "vor 5 Minuten", "yesterday".
 *
 * @param at the moment, in milliseconds since 1970
 * @param justNow what to say in the first half minute
 */
export function ageText(at: number, language: Language, justNow: string, now = Date.now()): string {
  const minutes = Math.round((at - now) / 60_000);
  if (minutes >= 0) {
    return justNow;
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (minutes > -60) {
    return relative.format(minutes, "minute");
  }
  return minutes > -24 * 60
    ? relative.format(Math.round(minutes / 60), "hour")
    : relative.format(Math.round(minutes / (24 * 60)), "day");
}
