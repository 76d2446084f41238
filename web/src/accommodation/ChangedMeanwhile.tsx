import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { FocusOnMount } from "@/platform/ui/FocusOnMount";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { formWords, words } from "./texts";
import { differences, typedOf, type Typed } from "./typed";
import { readAccommodation, type VersionedAccommodation } from "./useAccommodations";

interface ChangedMeanwhileProps {
  /** Whether the server has just refused the change because the form began with an old version. */
  stale: boolean;
  /** The version that the form began with. */
  before: VersionedAccommodation;
  /** The current version. */
  now: VersionedAccommodation;
  onLoad: (now: VersionedAccommodation) => void;
  /** Called with the saved version, to replace what is typed. */
  onTake: (typed: Typed) => void;
}

/** Somebody else saved a change meanwhile: shows it beside what is typed here. */
export function ChangedMeanwhile({ stale, before, now, onLoad, onTake }: ChangedMeanwhileProps) {
  const text = useTexts(formWords);
  const { id } = before.place;
  const { send, busy, refusal } = useSending(async () => onLoad(await readAccommodation(id)));
  if (stale) {
    return (
      <Notice kind="problem">
        <p>{text.stale}</p>
        <Problem error={refusal} />
        <Button look="plain" className="mt-3" busy={busy} onClick={() => void send()}>
          {text.load}
        </Button>
      </Notice>
    );
  }
  if (now === before) {
    return null;
  }
  return (
    <FocusOnMount key={now.etag}>
      <Saved before={typedOf(before.place)} now={typedOf(now.place)} onTake={onTake} />
    </FocusOnMount>
  );
}

interface SavedProps {
  before: Typed;
  now: Typed;
  onTake: (typed: Typed) => void;
}

function Saved({ before, now, onTake }: SavedProps) {
  const text = useTexts(formWords);
  const { types } = useTexts(words);
  const changed = differences(before, now);
  if (changed.length === 0) {
    return <Notice>{text.same}</Notice>;
  }
  return (
    <Notice kind="warning">
      <p>{text.loaded}</p>
      <dl className="my-2 grid gap-x-4 sm:grid-cols-[auto_1fr] [&_dd]:min-w-0 [&_dd]:font-semibold [&_dd]:break-words">
        {changed.map((field) => (
          <div key={field} className="contents">
            <dt>{text[field]}</dt>
            <dd>{field === "type" ? types[now.type] : now[field] || text.nothing}</dd>
          </div>
        ))}
      </dl>
      <p>{text.loadedNote}</p>
      <Button look="plain" className="mt-3" onClick={() => onTake(now)}>
        {text.take}
      </Button>
    </Notice>
  );
}
