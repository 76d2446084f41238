import type { ReactNode } from "react";
import { useAvailability } from "./availability";
import type { Schemas } from "@/platform/api/client";
import type { Refusal } from "@/platform/api/refusal";
import { stayText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { occupied, type Draft } from "./draft";
import { bookWords } from "./texts";
import { WaitInstead } from "./WaitInstead";

interface SummaryProps {
  draft: Draft;
  /** What the last attempt was about to book. */
  lost?: Draft;
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

/** What is booked, the server's verdict, and the button that sends it: always in sight. */
export function Summary({
  draft,
  lost,
  except,
  verdict,
  refusal,
  busy,
  approved,
  changing,
  meanwhile,
}: SummaryProps) {
  const text = useTexts(bookWords);
  const wrong = verdict?.data && !refusal ? verdict.data.errors : {};
  const isFull = "Availability" in wrong || refusal?.status === 409;

  return (
    <section
      aria-label={text.summary}
      className="bg-card border-leaf bottom-[calc(4rem+env(safe-area-inset-bottom))] z-5 flex flex-col gap-3 rounded-2xl border-2 p-4 shadow-lg md:bottom-4 [@media(min-height:36rem)]:sticky"
    >
      {Object.keys(wrong).length > 0 && (
        <Notice kind="problem">
          <ul>
            {[...new Set(Object.values(wrong).flat())].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Problem error={verdict?.error} />
      {meanwhile}
      {refusal && refusal.status !== 412 && <Problem error={refusal} />}
      {isFull && !changing && <WaitInstead draft={(refusal && lost) ?? draft} />}
      {!approved && <Notice kind="warning">{text.notApproved}</Notice>}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <Wishes draft={draft} except={except} />
          <p role="status" className="text-leaf text-sm font-medium empty:hidden">
            {verdict && !verdict.data && !verdict.error && text.checking}
            {verdict?.data?.isValid && !refusal && `✓ ${text.good}`}
          </p>
        </div>
        <Button
          type="submit"
          busy={busy}
          disabled={!approved || !verdict?.data?.isValid}
          className="flex-1 md:flex-none"
        >
          {busy ? text.sending : changing ? text.save : text.send}
        </Button>
      </div>
    </section>
  );
}

/** "Fr 11. – So 13. Dez. · 2 Nächte · Dachboden · 3" */
function Wishes({ draft, except }: { draft: Draft; except?: string }) {
  const text = useTexts(bookWords);
  const language = useLanguage();
  const { start, end } = draft.range;
  const { data } = useAvailability(start, end, except);
  const places = occupied(draft.persons);

  if (!start || !end) {
    return <p className="text-muted">{text.chooseFirst}</p>;
  }
  const name = (id: string) => data?.accommodations.find((place) => place.id === id)?.name ?? "…";
  const where = places.map(([id, persons]) => `${name(id)} · ${persons}`).join(" + ");
  return (
    <p className="font-semibold break-words">
      {[stayText(start, end, language), where].filter(Boolean).join(" · ")}
      {!where && <span className="text-muted block font-normal">{text.choosePlaces}</span>}
    </p>
  );
}
