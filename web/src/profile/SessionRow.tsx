import { api, ask, type Schemas } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Badge } from "@/platform/ui/Badge";
import { Button } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { deviceText } from "./sessions";
import { words } from "./sessionTexts";

interface SessionRowProps {
  session: Schemas["Session"];
  onEnded: (device: string) => void;
}

export function SessionRow({ session, onEnded }: SessionRowProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const device = deviceText(session, text);
  const since = momentText(session.createdAt, language);
  const { send, busy, refusal } = useSending(async () => {
    await ask(api.DELETE("/api/me/sessions/{id}", { params: { path: { id: session.id } } }));
    onEnded(device);
  });

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium break-words">
          {device} {session.current && <Badge kind="good">{text.current}</Badge>}
        </p>
        <p className="text-muted text-sm">
          {text.since(since)}
          {!session.current && ` · ${text.used(momentText(session.lastUsedAt, language))}`}
        </p>
      </div>
      {!session.current && (
        <Button
          look="quiet"
          className="-ml-4 sm:ml-0"
          busy={busy}
          aria-label={text.endWhole(device, since)}
          onClick={() => void send()}
        >
          {text.end}
        </Button>
      )}
      <Problem error={refusal} />
    </li>
  );
}
