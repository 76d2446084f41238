import { stayText } from "@/platform/dates/format";
import { plusDays } from "@/platform/dates/nights";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { bookAddress, type Selection } from "./selection";
import { words } from "./texts";

interface BookBarProps {
  selection: Selection;
  /** The name of the marked place. */
  place?: string;
  onClose: () => void;
}

/** The nights that are marked at a desk, and the link that books them. */
export function BookBar({ selection, place, onClose }: BookBarProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const { first, last } = selection;
  return (
    <div
      role="region"
      aria-label={text.marked}
      className="bg-card border-leaf sticky bottom-4 z-10 flex flex-wrap items-center justify-between gap-3 rounded-2xl border-2 p-4 shadow-lg"
    >
      <p role="status" className="font-semibold break-words">
        {[stayText(first, plusDays(last, 1), language), place].filter(Boolean).join(" · ")}
      </p>
      <div className="flex gap-2">
        <Button look="quiet" onClick={onClose}>
          {text.unmark}
        </Button>
        <ButtonLink href={bookAddress(selection)}>{text.bookThese}</ButtonLink>
      </div>
    </div>
  );
}
