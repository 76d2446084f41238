import type { ReactNode } from "react";
import { useAvailability } from "./availability";
import type { Schemas } from "@/platform/api/client";
import type { Refusal } from "@/platform/api/refusal";
import { dayText, stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import type { Draft } from "./draft";
import { bookWords } from "./texts";

interface SummaryProps {
  draft: Draft;
  /** The booking that is changed; the same as for the places, so that both share one request. */
  except?: string;
  /** The server's verdict on the draft; null while the draft is incomplete. */
  verdict: { data?: Schemas["Verdict"]; error?: Refusal } | null;
  /** Why the last attempt to send it failed. */
  refusal: Refusal | null;
  busy: boolean;
  approved: boolean;
  changing: boolean;
  /** What somebody else saved meanwhile. */
  meanwhile?: ReactNode;
}

/** The summary of the draft, the server's verdict, and the button that sends it. */
export function Summary({
  draft,
  except,
  verdict,
  refusal,
  busy,
  approved,
  changing,
  meanwhile,
}: SummaryProps) {
  const text = useTexts(bookWords);
  const language = useLanguage();
  const wrong = verdict?.data ? Object.values(verdict.data.errors).flat() : [];

  return (
    <Card className="flex flex-col gap-4">
      <h2>{text.summary}</h2>
      <Wishes draft={draft} except={except} />
      <div role="status" className="empty:hidden">
        {verdict && !verdict.data && !verdict.error && text.checking}
        {verdict?.data?.isValid && !refusal && <Notice kind="good">{text.good}</Notice>}
      </div>
      {wrong.length > 0 && (
        <Notice kind="problem">
          <ul>
            {[...new Set(wrong)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Problem error={verdict?.error} />
      {meanwhile}
      {refusal && refusal.status !== 412 && (
        <>
          <Problem error={refusal} />
          {refusal.nights.length > 0 && (
            <p>{text.fullNights(refusal.nights.map((day) => dayText(day, language)).join(", "))}</p>
          )}
        </>
      )}
      {!approved && <Notice kind="warning">{text.notApproved}</Notice>}
      <Button type="submit" busy={busy} disabled={!approved || !verdict?.data?.isValid}>
        {busy ? text.sending : changing ? text.save : text.send}
      </Button>
    </Card>
  );
}

function Wishes({ draft, except }: { draft: Draft; except?: string }) {
  const text = useTexts(bookWords);
  const language = useLanguage();
  const { start, end } = draft.range;
  const { data } = useAvailability(start, end, except);
  const places = Object.entries(draft.persons);

  if (!start || !end) {
    return <p className="text-muted">{text.chooseFirst}</p>;
  }
  return (
    <>
      <p className="text-lg font-semibold">{stayText(start, end, language)}</p>
      {places.length === 0 ? (
        <p className="text-muted">{text.choosePlaces}</p>
      ) : (
        <ul>
          {places.map(([id, persons]) => (
            <li key={id}>
              {data?.accommodations.find((place) => place.id === id)?.name ?? "…"}:{" "}
              {text.persons(persons)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
