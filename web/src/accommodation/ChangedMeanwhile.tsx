import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Notice } from "@/platform/ui/Notice";
import { VersionChanged } from "@/platform/ui/VersionChanged";
import { formWords, words } from "./texts";
import { differences, typedOf, type Typed } from "./typed";
import { readAccommodation, type VersionedAccommodation } from "./useAccommodations";

interface ChangedMeanwhileProps {
  stale: boolean;
  before: VersionedAccommodation;
  now: VersionedAccommodation;
  onLoad: (now: VersionedAccommodation) => void;
  /** Called with the saved version, to replace what is typed. */
  onTake: (typed: Typed) => void;
}

/** What somebody else changed of the accommodation meanwhile. */
export function ChangedMeanwhile({ before, now, onTake, ...rest }: ChangedMeanwhileProps) {
  const text = useTexts(formWords);
  return (
    <VersionChanged
      {...rest}
      before={before}
      now={now}
      message={text.stale}
      loadLabel={text.load}
      read={() => readAccommodation(before.place.id)}
    >
      <Saved before={typedOf(before.place)} now={typedOf(now.place)} onTake={onTake} />
    </VersionChanged>
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
