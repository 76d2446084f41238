"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { emptyDraft, requestOf } from "@/booking/draft";
import { Places } from "@/booking/Places";
import { RangePicker } from "@/booking/RangePicker";
import { useSendsMail } from "@/access/loginMethods";
import { api, ask } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { plusDays, today } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { TextArea } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { words } from "./texts";

/** Joins the waiting list: the same choices as for a booking, including full nights. */
export function JoinScreen() {
  const text = useTexts(words);
  const sendsMail = useSendsMail();
  return (
    <Screen
      title={text.joinTitle}
      about={sendsMail ? text.joinText : text.joinTextNoMail}
      actions={
        <ButtonLink look="quiet" href="/waiting">
          {text.back}
        </ButtonLink>
      }
    >
      <JoinForm />
    </Screen>
  );
}

function JoinForm() {
  const text = useTexts(words);
  const router = useRouter();
  const [draft, setDraft] = useState(() => emptyDraft(null));
  const request = requestOf(draft);
  const { send, busy, refusal } = useSending(async () => {
    if (request) {
      await ask(api.POST("/api/waiting", { body: request }));
      router.push("/waiting");
      await refreshGarden();
    }
  });

  return (
    <form
      method="post"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Card>
        <h2 className="mb-3">{text.when}</h2>
        <RangePicker
          range={draft.range}
          onChange={(range) => setDraft({ ...draft, range })}
          first={plusDays(today(), 1)}
          fullToo
        />
      </Card>
      <Card>
        <h2 className="mb-3">{text.where}</h2>
        {draft.range.end ? (
          <Places draft={draft} onChange={setDraft} fullToo />
        ) : (
          <p className="text-muted">{text.chooseFirst}</p>
        )}
      </Card>
      <Card className="flex flex-col gap-4">
        <TextArea
          label={text.notes}
          maxLength={500}
          value={draft.notes}
          onChange={(event) => setDraft({ ...draft, notes: event.target.value })}
        />
        <Problem error={refusal} />
        <Button type="submit" busy={busy} disabled={!request}>
          {busy ? text.sending : text.send}
        </Button>
      </Card>
    </form>
  );
}
