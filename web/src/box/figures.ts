import type { Language } from "@/platform/texts/language";

const LOCALE: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** "12,4 GB", and whole megabytes below one gigabyte: "512 MB". */
export function bytesText(bytes: number, language: Language): string {
  const large = bytes >= 1e9;
  const value = (bytes / (large ? 1e9 : 1e6)).toLocaleString(LOCALE[language], {
    maximumFractionDigits: large ? 1 : 0,
  });
  return `${value} ${large ? "GB" : "MB"}`;
}

/** "48 °C" */
export function celsiusText(celsius: number, language: Language): string {
  return `${celsius.toLocaleString(LOCALE[language], { maximumFractionDigits: 0 })} °C`;
}

/** "30 %" */
export function percentText(share: number, language: Language): string {
  return share.toLocaleString(LOCALE[language], { style: "percent", maximumFractionDigits: 0 });
}
