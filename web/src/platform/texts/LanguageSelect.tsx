import { Select } from "@/platform/ui/Field";
import type { Language } from "./language";

const NAMES: Record<Language, string> = { de: "Deutsch", en: "English" };

interface LanguageSelectProps {
  label: string;
  value: Language;
  onChoose: (chosen: Language) => void;
}

/** A choice of languages, each under its own name. */
export function LanguageSelect({ label, value, onChoose }: LanguageSelectProps) {
  return (
    <Select
      label={label}
      name="language"
      value={value}
      onChange={(event) => onChoose(event.target.value === "en" ? "en" : "de")}
    >
      {Object.entries(NAMES).map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
