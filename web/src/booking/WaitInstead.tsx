import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import type { Draft } from "./draft";
import { bookWords } from "./texts";
import { waitAddress } from "./waitAddress";

/** Leads to the waiting list with what was to be booked. */
export function WaitInstead({ draft }: { draft: Draft }) {
  const text = useTexts(bookWords);
  const { range, persons } = draft;
  if (!range.start || !range.end) {
    return null;
  }
  return (
    <ButtonLink
      look="plain"
      className="mt-3"
      href={waitAddress({ start: range.start, end: range.end }, persons)}
    >
      {text.waitForThis}
    </ButtonLink>
  );
}
