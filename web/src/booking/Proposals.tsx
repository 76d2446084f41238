import { clsx } from "clsx";
import { useState } from "react";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Loading } from "@/platform/ui/Loading";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { useAvailability, type Beds } from "./availability";
import { withProposal, type Draft } from "./draft";
import { sizeOf } from "./party";
import { Places } from "./Places";
import { proposals, type Proposal } from "./proposal";
import { bookWords } from "./texts";
import { WaitInstead } from "./WaitInstead";

interface ProposalsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Whether to offer the waiting list where nothing is free; false where another part does. */
  offersWaiting: boolean;
}

/** Where the party could sleep; the best is taken until somebody taps another. */
export function Proposals({ draft, onChange, offersWaiting }: ProposalsProps) {
  const text = useTexts(bookWords);
  const [byHand, setByHand] = useState(Object.keys(draft.persons).length > 0);
  const { start, end } = draft.range;
  const { data, error, mutate } = useAvailability(start, end);

  if (error) {
    return <Problem error={error} onRetry={() => void mutate()} />;
  }
  if (!data) {
    return <Loading>{text.loadingPlaces}</Loading>;
  }
  const found = proposals(data.accommodations, sizeOf(draft.party), draft.place);
  const empty = data.accommodations.map((place) => ({
    ...place,
    availableCapacity: place.maxCapacity,
  }));
  const [ifEmpty] = proposals(empty, sizeOf(draft.party), draft.place);
  const wished = withProposal(draft, found[0]);
  const preferred = data.accommodations.find(({ id }) => id === draft.place);
  return (
    <div className="flex flex-col gap-3">
      {found.length === 0 && (
        <Notice kind="warning">
          <p>{text.nowhere(sizeOf(draft.party))}</p>
          {offersWaiting && <WaitInstead draft={withProposal(draft, ifEmpty)} />}
        </Notice>
      )}
      {preferred && preferred.availableCapacity === 0 && found.length > 0 && (
        <p>{text.placeFull(preferred.name)}</p>
      )}
      {!byHand && (
        <ul className="grid gap-2 sm:grid-cols-2">
          {found.map((proposal) => (
            <Choice
              key={Object.keys(proposal).join()}
              proposal={proposal}
              places={data.accommodations}
              taken={isSame(proposal, wished.persons)}
              onTake={() =>
                onChange({ ...draft, persons: {}, place: Object.keys(proposal)[0] ?? null })
              }
            />
          ))}
        </ul>
      )}
      {byHand ? (
        <Places draft={wished} onChange={onChange} />
      ) : (
        <Button look="quiet" className="self-start px-0!" onClick={() => setByHand(true)}>
          {text.distribute}
        </Button>
      )}
    </div>
  );
}

function isSame(a: Proposal, b: Proposal): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface ChoiceProps {
  proposal: Proposal;
  places: readonly Beds[];
  taken: boolean;
  onTake: () => void;
}

function Choice({ proposal, places, taken, onTake }: ChoiceProps) {
  const text = useTexts(bookWords);
  const all = Object.entries(proposal);
  const of = (id: string) => places.find((place) => place.id === id);
  const only = all.length === 1 ? of(all[0]?.[0] ?? "") : undefined;
  return (
    <li>
      <button
        type="button"
        aria-pressed={taken}
        onClick={onTake}
        className={clsx(
          "flex min-h-14 w-full flex-col items-start rounded-xl border-2 px-4 py-2 text-left",
          taken ? "border-leaf bg-leaf-soft" : "border-line hover:bg-leaf-soft",
        )}
      >
        <span className="font-semibold break-words">
          {taken && "✓ "}
          {only
            ? only.name
            : all.map(([id, persons]) => `${of(id)?.name ?? "…"} (${persons})`).join(" + ")}
        </span>
        {only && (
          <span className="text-muted text-sm">
            {text.types[only.type]} · {text.free(only.availableCapacity)}
          </span>
        )}
      </button>
    </li>
  );
}
