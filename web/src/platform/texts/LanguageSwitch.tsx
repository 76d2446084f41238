"use client";

import { chooseLanguage, useLanguage, type Language } from "./language";

interface LanguageSwitchProps {
  /** Called with the choice, so that the caller can store it too. */
  onChoose?: (chosen: Language) => void;
}

/** A button that switches to the other language; its label is in that language. */
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
