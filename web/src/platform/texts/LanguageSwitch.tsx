"use client";

import { chooseLanguage, useLanguage, type Language } from "./language";

interface LanguageSwitchProps {
  /** StatusMessage of the choice, so that it can be kept elsewhere too. */
  onChoose?: (chosen: Language) => void;
}

/** Offers the other language, in its own words. */
export function LanguageSwitch({ onChoose }: LanguageSwitchProps) {
  const other: Language = useLanguage() === "de" ? "en" : "de";
  return (
    <button
      type="button"
      lang={other}
      onClick={() => {
        chooseLanguage(other);
        onChoose?.(other);
      }}
      className="min-h-11 rounded-xl px-3 underline-offset-4 hover:underline"
    >
      {other === "de" ? "Deutsch" : "English"}
    </button>
  );
}
