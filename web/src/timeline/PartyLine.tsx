import { clsx } from "clsx";
import { useTexts } from "@/platform/texts/texts";
import { words } from "./texts";
import type { Party } from "./timeline";
import { PageLink } from "@/platform/ui/PageLink";
import { useMaySee } from "./useMaySee";

/** One stay in a list: who, when, where and how many persons. */
export function PartyLine({ party, when }: { party: Party; when: string }) {
  const text = useTexts(words);
  const maySee = useMaySee();
  const { stay, places } = party;
  const name = stay.label ?? text.occupied;
  return (
    <li
      className={clsx(
        "rounded-lg border-l-4 pl-3",
        stay.mine ? "border-leaf" : "border-field",
        stay.status === "Pending" && "border-dashed",
      )}
    >
      <p className="font-semibold">
        {maySee(stay) ? (
          <PageLink href={`/booking?id=${stay.bookingId}`} className="text-leaf underline">
            {name}
            {stay.mine && ` (${text.mine})`}
          </PageLink>
        ) : (
          name
        )}
        {stay.status === "Pending" && (
          <span className="text-muted font-normal"> · {text.status.Pending}</span>
        )}
      </p>
      <p>{when}</p>
      <p className="text-muted">
        {places.map(({ name, persons }) => `${name} (${text.persons(persons)})`).join(", ")}
      </p>
    </li>
  );
}
