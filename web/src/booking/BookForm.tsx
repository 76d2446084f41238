"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { isAdministrator, useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { TextArea } from "@/platform/ui/Field";
import { Notice } from "@/platform/ui/Notice";
import { PageLink } from "@/platform/ui/PageLink";
import { ChangedMeanwhile } from "./ChangedMeanwhile";
import { DraftActions } from "./DraftActions";
import { draftOf, merged, requestOf, type Draft } from "./draft";
import { ForWhom } from "./ForWhom";
import { IdempotencyKeys } from "./idempotencyKeys";
import { Places } from "./Places";
import { firstDay, RangePicker } from "./RangePicker";
import { Summary } from "./Summary";
import { bookWords } from "./texts";
import type { VersionedBooking } from "./useBooking";
import { useDraft } from "./useDraft";
import { useVerdict } from "./useVerdict";

interface BookFormProps {
  /** The key under which the browser stores the draft. */
  name: string;
  begin: () => Draft;
  /** The booking that is changed; absent for a new one. */
  changes?: VersionedBooking;
}

/** The form of a booking: dates, places, a note, a summary. */
export function BookForm({ name, begin, changes }: BookFormProps) {
  const text = useTexts(bookWords);
  const router = useRouter();
  const { data: me } = useMe();
  const { draft, change, forget, kept, startOver } = useDraft(name, begin);
  const [keys] = useState(() => new IdempotencyKeys());
  const [base, setBase] = useState(changes);
  const id = base?.booking.id;
  const request = requestOf(draft);
  const verdict = useVerdict(request, id);

  const sending = useSending(async () => {
    if (!request) {
      return;
    }
    const booking = base
      ? await ask(
          api.PUT("/api/bookings/{id}", {
            params: {
              path: { id: base.booking.id },
              header: { "If-Match": base.etag },
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
    router.push(`/booking?id=${booking.id}&${base ? "saved" : "sent"}=1`);
    await refreshGarden();
  });

  function load(now: VersionedBooking): void {
    if (base) {
      change(merged(draftOf(base.booking), draft, draftOf(now.booking)));
    }
    setBase(now);
    sending.forget();
  }

  const chosen = draft.range.start && draft.range.end;
  return (
    <form
      method="post"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send();
      }}
    >
      {base?.booking.status === "Accepted" && <Notice>{text.acceptedNote}</Notice>}
      <DraftActions
        edited={id}
        kept={kept}
        onLeave={forget}
        onStartOver={() => {
          startOver();
          sending.forget();
        }}
      />
      <Card>
        <h2 className="mb-3">{text.when}</h2>
        <RangePicker
          range={draft.range}
          onChange={(range) => change({ ...draft, range })}
          first={firstDay(base?.booking.startDate)}
          except={id}
        />
        {!base && (
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
      {!base && me && isAdministrator(me) && (
        <ForWhom
          owner={draft.owner ?? {}}
          errors={sending.refusal?.errors.guestName ?? verdict.error?.errors.guestName}
          onChange={(owner) => change({ ...draft, owner })}
        />
      )}
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
        refusal={sending.refusal}
        busy={sending.busy}
        approved={me?.status === "Active"}
        changing={base !== undefined}
        meanwhile={
          changes &&
          base && (
            <ChangedMeanwhile
              stale={sending.refusal?.status === 412}
              before={changes}
              now={base}
              onLoad={load}
              onTake={change}
            />
          )
        }
      />
    </form>
  );
}
