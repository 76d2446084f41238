import { clsx } from "clsx";
import { weekday, type Day } from "@/platform/dates/nights";
import { useTexts } from "@/platform/texts/texts";
import { marks, type Selection } from "./selection";
import { words } from "./texts";

interface FreeCellProps {
  night: Day;
  today: Day;
  free: number;
  /** The place whose night can be marked here; absent where it cannot. */
  place?: string;
  selection?: Selection | null;
}

/** The free beds of one night. A past night is never called free. */
export function FreeCell({ night, today, free, place, selection = null }: FreeCellProps) {
  const text = useTexts(words);
  const isPast = night < today;
  const full = !isPast && free === 0;
  const canMark = place !== undefined && !isPast && !full;
  return (
    <td
      title={isPast ? text.past : full ? text.full : text.free(free)}
      data-place={canMark ? place : undefined}
      data-night={canMark ? night : undefined}
      className={clsx(
        "h-8 text-center select-none",
        full && "hatched bg-sun-soft pb-1.5",
        !full && weekday(night) >= 5 && "bg-weekend",
        canMark && !marks(selection, night) && "text-muted hover:bg-leaf-soft cursor-pointer",
        marks(selection, night) && "bg-leaf! text-on-leaf cursor-pointer font-bold",
        !canMark && !full && "text-muted",
      )}
    >
      {isPast ? (
        <span className="sr-only">{text.past}</span>
      ) : full ? (
        <span className="text-xs font-semibold">{text.full}</span>
      ) : (
        free
      )}
    </td>
  );
}
