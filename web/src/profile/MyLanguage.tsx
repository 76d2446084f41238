import type { Me } from "@/access/me";
import { chooseLanguage, useLanguage, type Language } from "@/platform/texts/language";
import { LanguageSelect } from "@/platform/texts/LanguageSelect";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { Problem } from "@/platform/ui/Problem";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { words } from "./texts";
import { useProfileChange } from "./useProfileChange";

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
      <LanguageSelect label={text.language.label} value={here} onChoose={choose} />
      <StatusMessage>{saved ? text.saved : ""}</StatusMessage>
    </Card>
  );
}
