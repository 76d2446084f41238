import { clsx } from "clsx";
import { useTexts } from "@/platform/texts/texts";
import { Loading } from "@/platform/ui/Loading";
import { Problem } from "@/platform/ui/Problem";
import { useAvailability } from "./availability";
import { Description } from "./Description";
import { withPersons, type Draft } from "./draft";
import { MOST_PERSONS } from "./proposal";
import { Stepper } from "./Stepper";
import { bookWords } from "./texts";

interface PlacesProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  except?: string;
  /** Whether more persons than free beds may be chosen: for the waiting list. */
  fullToo?: boolean;
}

/**
 * The places with the beds that are free on every night of the range, and how many persons to book.
 */
export function Places({ draft, onChange, except, fullToo = false }: PlacesProps) {
  const text = useTexts(bookWords);
  const { start, end } = draft.range;
  const { data, error, mutate } = useAvailability(start, end, except);

  if (error) {
    return <Problem error={error} onRetry={() => void mutate()} />;
  }
  if (!data) {
    return <Loading>{text.loadingPlaces}</Loading>;
  }
  return (
    <ul className="flex flex-col gap-2">
      {data.accommodations.map(({ id, name, type, maxCapacity, availableCapacity }) => {
        const persons = draft.persons[id] ?? 0;
        const most = Math.min(MOST_PERSONS, fullToo ? maxCapacity : availableCapacity);
        return (
          <li
            key={id}
            className={clsx(
              "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border p-3",
              persons > 0 ? "border-leaf bg-leaf-soft" : "border-line",
              availableCapacity === 0 && persons === 0 && "hatched bg-sun-soft pb-4",
            )}
          >
            <div className="min-w-0">
              <p className="font-semibold break-words">{name}</p>
              <p className="text-muted">
                {text.types[type]} ·{" "}
                {availableCapacity === 0 ? text.full : text.free(availableCapacity)}
              </p>
              <Description place={id} />
            </div>
            {(most > 0 || persons > 0) && (
              <Stepper
                label={text.personsIn(name)}
                value={persons}
                most={most}
                onChange={(value) => onChange(withPersons(draft, id, value))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
