import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useSending } from "@/platform/api/useSending";
import { momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Problem } from "@/platform/ui/Problem";
import { words } from "./texts";

/** Mail that the mail server refused; nothing if there is none. */
export function RefusedMail() {
  const text = useTexts(words);
  const language = useLanguage();
  const { data, error, mutate } = useAnswer("/api/admin/refused-mail", () =>
    ask(api.GET("/api/admin/refused-mail")),
  );
  const { send, busy, refusal } = useSending(async () => {
    await ask(api.DELETE("/api/admin/refused-mail"));
    await mutate([], { revalidate: false });
  });
  if (!data?.length) {
    return <Problem error={error} onRetry={() => void mutate()} />;
  }
  return (
    <Card className="flex flex-col gap-4">
      <h2>{text.refused}</h2>
      <p className="text-muted">{text.refusedText}</p>
      <ul className="flex flex-col gap-3">
        {data.map((letter, index) => (
          <li key={index} className="wrap-anywhere">
            <span className="font-semibold">{letter.address}</span>
            <br />
            {letter.subject}
            <br />
            <span className="text-muted text-sm">
              {text.refusedAt(momentText(letter.refusedAt, language))}
              {letter.replyCode !== undefined && ` (${text.replyCode(letter.replyCode)})`}
            </span>
          </li>
        ))}
      </ul>
      <Problem error={refusal} />
      <Button look="plain" busy={busy} onClick={() => void send()}>
        {busy ? text.clearing : text.clear}
      </Button>
    </Card>
  );
}
