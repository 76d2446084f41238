"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import { requestOf } from "@/booking/draft";
import { Places } from "@/booking/Places";
import { RangePicker } from "@/booking/RangePicker";
import { draftToWait } from "@/booking/waitAddress";
import { useSendsMail } from "@/access/loginMethods";
import { api, ask } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { plusDays } from "@/platform/dates/nights";
import { useToday } from "@/platform/dates/useToday";
import { useTexts } from "@/platform/texts/texts";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { TextArea } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { Screen } from "@/platform/ui/Screen";
import { words } from "./texts";

/**
 * Joins the waiting list: the same choices as for a booking, including full nights. The address may
 * have nights and beds that were not free when somebody wanted to book them.
 */
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
      <Suspense>
        <JoinForm />
      </Suspense>
    </Screen>
  );
}

function JoinForm() {
  const text = useTexts(words);
  const router = useRouter();
  const parameters = useSearchParams();
  const tomorrow = plusDays(useToday(), 1);
  const [draft, setDraft] = useState(() => draftToWait(parameters, tomorrow));
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
          first={tomorrow}
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
