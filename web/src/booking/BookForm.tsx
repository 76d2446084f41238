"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { TextArea } from "@/platform/ui/Field";
import { Notice } from "@/platform/ui/Notice";
import { PageLink } from "@/platform/ui/PageLink";
import { requestOf, type Draft } from "./draft";
import { SendKeys } from "./idempotency";
import { Places } from "./Places";
import { firstDay, RangePicker } from "./RangePicker";
import { Summary } from "./Summary";
import { bookWords } from "./texts";
import type { ReadBooking } from "./useBooking";
import { useDraft } from "./useDraft";
import { useVerdict } from "./useVerdict";

interface BookFormProps {
  /** What the draft is kept under. */
  name: string;
  begin: () => Draft;
  /** The booking that is changed; absent for a new one. */
  changes?: ReadBooking;
  onReload?: () => void;
}

/** Dates, places, a note, a look at the whole, sent. */
export function BookForm({ name, begin, changes, onReload }: BookFormProps) {
  const text = useTexts(bookWords);
  const router = useRouter();
  const { data: me } = useMe();
  const { draft, change, forget } = useDraft(name, begin);
  const [keys] = useState(() => new SendKeys());
  const id = changes?.booking.id;
  const request = requestOf(draft);
  const verdict = useVerdict(request, id);

  const { send, busy, refusal } = useSending(async () => {
    if (!request) {
      return;
    }
    const booking = changes
      ? await ask(
          api.PUT("/api/bookings/{id}", {
            params: {
              path: { id: changes.booking.id },
              header: { "If-Match": changes.etag },
            },
            body: request,
          }),
        )
      : await ask(
          api.POST("/api/bookings", {
            params: { header: { "Idempotency-Key": keys.keyFor(request) } },
            body: request,
          }),
        );
    keys.forget();
    forget();
    router.push(`/booking?id=${booking.id}&${changes ? "saved" : "sent"}=1`);
    await refreshGarden();
  });

  const chosen = draft.range.start && draft.range.end;
  return (
    <form
      method="post"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {changes?.booking.status === "Accepted" && <Notice>{text.acceptedNote}</Notice>}
      <Card>
        <h2 className="mb-3">{text.when}</h2>
        <RangePicker
          range={draft.range}
          onChange={(range) => change({ ...draft, range })}
          first={firstDay(changes?.booking.startDate)}
          except={id}
        />
        {!changes && (
          <PageLink
            href="/waiting"
            className="text-leaf inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {text.waitInstead}
          </PageLink>
        )}
      </Card>
      <Card>
        <h2 className="mb-3">{text.where}</h2>
        {chosen ? (
          <Places draft={draft} onChange={change} except={id} />
        ) : (
          <p className="text-muted">{text.chooseFirst}</p>
        )}
      </Card>
      <Card>
        <TextArea
          label={text.notes}
          hint={text.notesHint}
          maxLength={500}
          value={draft.notes}
          onChange={(event) => change({ ...draft, notes: event.target.value })}
        />
      </Card>
      <Summary
        draft={draft}
        except={id}
        verdict={request ? verdict : null}
        refusal={refusal}
        busy={busy}
        approved={me?.status === "Active"}
        changing={changes !== undefined}
        onReload={onReload}
      />
    </form>
  );
}
