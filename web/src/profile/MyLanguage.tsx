import type { Me } from "@/access/me";
import { chooseLanguage, useLanguage, type Language } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Select } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { Told } from "@/platform/ui/Told";
import { words } from "./texts";
import { useProfileChange } from "./useProfileChange";

const NAMES: Record<Language, string> = { de: "Deutsch", en: "English" };

/** The language of the pages on this device, and of the mails. */
export function MyLanguage({ me }: { me: Me }) {
  const text = useTexts(words);
  const here = useLanguage();
  const { send, refusal, saved } = useProfileChange();

  function choose(chosen: Language): void {
    chooseLanguage(chosen);
    if (chosen !== me.language) {
      void send({ language: chosen });
    }
  }

  return (
    <Card className="flex flex-col gap-3">
      <h2>{text.language.title}</h2>
      <Problem error={refusal} />
      <Select
        label={text.language.label}
        value={here}
        onChange={(event) => choose(event.target.value === "en" ? "en" : "de")}
      >
        {Object.entries(NAMES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </Select>
      <Told>{saved ? text.saved : ""}</Told>
    </Card>
  );
}
