import { useTexts } from "@/platform/texts/texts";
import { MOST_ADULTS, MOST_CHILDREN, type Party } from "./party";
import { Stepper } from "./Stepper";
import { bookWords } from "./texts";

/** Asks how many people will sleep in the garden. */
export function PartyFields({
  party,
  onChange,
}: {
  party: Party;
  onChange: (party: Party) => void;
}) {
  const text = useTexts(bookWords);
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="w-24">{text.adults}</span>
        <Stepper
          label={text.adults}
          value={party.adults}
          least={1}
          most={MOST_ADULTS}
          onChange={(adults) => onChange({ ...party, adults })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="w-24">{text.children}</span>
        <Stepper
          label={text.children}
          value={party.children}
          most={MOST_CHILDREN}
          onChange={(children) => onChange({ ...party, children })}
        />
      </div>
    </div>
  );
}
