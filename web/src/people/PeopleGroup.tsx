import { useTexts } from "@/platform/texts/texts";
import { Card } from "@/platform/ui/Card";
import { useRowFocus } from "@/platform/ui/useRowFocus";
import type { Group, Person } from "./person";
import { PersonRow } from "./PersonRow";
import { words } from "./texts";

interface PeopleGroupProps {
  group: Group;
  people: Person[];
  /** Is told, in words, what was decided about somebody. */
  onDone: (what: string) => void;
}

/** People in one state. Who waits is shown also when nobody does: it is what one comes for. */
export function PeopleGroup({ group, people, onDone }: PeopleGroupProps) {
  const text = useTexts(words);
  const { list, rowGone } = useRowFocus<HTMLElement>();
  const hidden = people.length === 0 && group !== "pending";
  return (
    <Card ref={list} tabIndex={-1} aria-labelledby={group} className={hidden ? "sr-only" : ""}>
      <h2 id={group} className="mb-3">
        {text.groups[group]} {people.length > 0 && `(${people.length})`}
      </h2>
      {people.length === 0 ? (
        group === "pending" && <p className="text-muted">{text.nobodyWaits}</p>
      ) : (
        <ul className="divide-line -my-3 flex flex-col divide-y">
          {people.map((person, index) => (
            <PersonRow
              key={person.id}
              person={person}
              onDone={(what, stays) => {
                onDone(what);
                if (!stays) {
                  rowGone(index);
                }
              }}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
