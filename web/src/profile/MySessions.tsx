import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { useFocusHome } from "@/platform/ui/useFocusHome";
import { SessionRow } from "./SessionRow";
import { words } from "./sessionTexts";

/** Where one is logged in, to end it there. */
export function MySessions() {
  const text = useTexts(words);
  const { data, error, mutate } = useAnswer("/api/me/sessions", () =>
    ask(api.GET("/api/me/sessions")),
  );
  const [confirming, setConfirming] = useState(false);
  const [message, setMessage] = useState("");
  const { home, goHome } = useFocusHome<HTMLHeadingElement>();
  const endingOthers = useSending(async () => {
    await ask(api.DELETE("/api/me/sessions"));
    setConfirming(false);
    changed(text.endedOthers);
  });

  function changed(sentence: string): void {
    setMessage(sentence);
    goHome();
    void mutate();
  }

  return (
    <Card className="flex flex-col gap-3">
      <h2 ref={home} tabIndex={-1} className="outline-none">
        {text.title}
      </h2>
      <p className="text-muted">{text.text}</p>
      <Problem error={data ? null : error} onRetry={() => void mutate()} />
      {!data && !error && <Loading>{text.loading}</Loading>}
      {data && (
        <ul className="border-line divide-line divide-y border-y">
          {data.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              onEnded={(device) => changed(text.ended(device))}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-4">
        {data && data.length > 1 && (
          <Button look="plain" onClick={() => setConfirming(true)}>
            {text.endOthers}
          </Button>
        )}
        <StatusMessage>{message}</StatusMessage>
      </div>
      {confirming && (
        <ConfirmDialog
          title={text.question}
          yes={text.endOthers}
          danger
          busy={endingOthers.busy}
          refusal={endingOthers.refusal}
          onYes={() => void endingOthers.send()}
          onNo={() => setConfirming(false)}
        >
          <p>{text.consequence}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
