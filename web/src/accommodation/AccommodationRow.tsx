import { useTexts } from "@/platform/texts/texts";
import { Badge } from "@/platform/ui/Badge";
import { ButtonLink } from "@/platform/ui/Button";
import { OpenOrClose } from "./OpenOrClose";
import { words } from "./texts";
import type { Accommodation } from "./typed";

interface AccommodationRowProps {
  place: Accommodation;
  /** Called with a sentence that says what was done. */
  onDone: (what: string) => void;
}

export function AccommodationRow({ place, onDone }: AccommodationRowProps) {
  const text = useTexts(words);
  return (
    <li className="bg-card border-line flex flex-col gap-2 rounded-2xl border p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="min-w-0 break-words">{place.name}</h2>
        <Badge kind={place.isActive ? "good" : "off"}>
          {place.isActive ? text.active : text.inactive}
        </Badge>
      </div>
      <p>
        {text.types[place.type]} · {text.beds(place.maxCapacity)}
      </p>
      {place.description && (
        <p className="text-muted break-words whitespace-pre-wrap">{place.description}</p>
      )}
      <div className="mt-auto flex flex-wrap gap-3 pt-2">
        <ButtonLink href={`/admin/accommodations/edit?id=${place.id}`} look="plain">
          {text.change}
          <span className="sr-only"> {place.name}</span>
        </ButtonLink>
        <OpenOrClose place={place} onDone={onDone} />
      </div>
    </li>
  );
}
