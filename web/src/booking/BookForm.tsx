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
import { useAvailability } from "./availability";
import { ChangedMeanwhile } from "./ChangedMeanwhile";
import { DraftActions } from "./DraftActions";
import { draftOf, merged, requestOf, withParty, withProposal, type Draft } from "./draft";
import { ForWhom } from "./ForWhom";
import { IdempotencyKeys } from "./idempotencyKeys";
import { Nights } from "./Nights";
import { rememberParty, sizeOf } from "./party";
import { PartyFields } from "./PartyFields";
import { Places } from "./Places";
import { proposals } from "./proposal";
import { Proposals } from "./Proposals";
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

/** The form of a booking: how many people, which nights, where, a note, a summary. */
export function BookForm({ name, begin, changes }: BookFormProps) {
  const text = useTexts(bookWords);
  const router = useRouter();
  const { data: me } = useMe();
  const { draft, change: keep, forget, kept, startOver } = useDraft(name, begin);
  const [lost, setLost] = useState<Draft>();
  const [keys] = useState(() => new IdempotencyKeys());
  const [base, setBase] = useState(changes);
  const id = base?.booking.id;
  const { start, end } = draft.range;
  const { data: beds } = useAvailability(start, end, id);
  const wished =
    base || !beds
      ? draft
      : withProposal(draft, proposals(beds.accommodations, sizeOf(draft.party), draft.place)[0]);
  const request = requestOf(wished);
  const verdict = useVerdict(request, id);

  const sending = useSending(async () => {
    if (!request) {
      return;
    }
    // If the beds are lost to somebody else, others are proposed, but these can be waited for.
    setLost(wished);
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
    if (!base) {
      rememberParty(draft.party);
    }
    router.push(`/booking?id=${booking.id}&${base ? "saved" : "sent"}=1`);
    await refreshGarden();
  });

  function change(next: Draft): void {
    keep(next);
    if (sending.refusal?.status !== 412) {
      sending.forget();
    }
  }

  function load(now: VersionedBooking): void {
    if (base) {
      keep(merged(draftOf(base.booking), draft, draftOf(now.booking)));
    }
    setBase(now);
    sending.forget();
  }

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
      {!base && (
        <Card>
          <h2 className="mb-3">{text.howMany}</h2>
          <PartyFields party={draft.party} onChange={(party) => change(withParty(draft, party))} />
        </Card>
      )}
      <Card>
        <h2 className="mb-3">{text.when}</h2>
        <Nights
          range={draft.range}
          onChange={(range) => change({ ...draft, range })}
          start={base?.booking.startDate}
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
        {!start || !end ? (
          <p className="text-muted">{text.chooseFirst}</p>
        ) : base ? (
          <Places draft={draft} onChange={change} except={id} />
        ) : (
          <Proposals draft={draft} onChange={change} offersWaiting={!sending.refusal} />
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
        draft={wished}
        lost={lost}
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
              onTake={keep}
            />
          )
        }
      />
    </form>
  );
}
