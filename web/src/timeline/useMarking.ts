import { useEffect, useRef, type PointerEvent } from "react";
import { nightsBetween, type Day } from "@/platform/dates/nights";
import { useToday } from "@/platform/dates/useToday";
import { dragged, tapped, type Selection } from "./selection";
import type { Timeline } from "./timeline";

/** A cell of the table that can be marked: a free night of a place. */
interface Cell {
  place: string;
  night: Day;
}

function cellOf(event: PointerEvent): Cell | null {
  const cell = (event.target as HTMLElement).closest<HTMLElement>("td[data-place]");
  const { place, night } = cell?.dataset ?? {};
  return place && night ? { place, night } : null;
}

/**
 * Marks free nights of a place: a mouse drags over them or clicks on the first and the last one; a
 * finger taps these two, since it scrolls the table when it drags.
 *
 * @param onSelection absent where nothing can be booked
 * @returns the handlers for the element around the cells
 */
export function useMarking(
  timeline: Timeline,
  selection: Selection | null,
  onSelection?: (selection: Selection | null) => void,
) {
  const today = useToday();
  const from = useRef<Cell | null>(null);

  useEffect(() => {
    const drop = () => {
      from.current = null;
    };
    window.addEventListener("pointerup", drop);
    return () => window.removeEventListener("pointerup", drop);
  }, []);

  function isFree(place: string): (night: Day) => boolean {
    const row = timeline.accommodations.find(({ id }) => id === place);
    return (night) => night >= today && (row?.free[nightsBetween(timeline.from, night)] ?? 0) > 0;
  }

  function tap({ place, night }: Cell): void {
    onSelection?.(tapped(night, place, selection, isFree(place)));
  }

  if (!onSelection) {
    return {};
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const cell = cellOf(event);
      if (cell && event.pointerType === "mouse" && event.button === 0) {
        from.current = cell;
        tap(cell);
      }
    },
    onPointerOver: (event: PointerEvent) => {
      const cell = cellOf(event);
      const begun = from.current;
      if (begun && selection && cell?.place === begun.place && cell.night !== begun.night) {
        onSelection(dragged(cell.night, begun.night, selection, isFree(begun.place)));
      }
    },
    onPointerUp: (event: PointerEvent) => {
      const cell = cellOf(event);
      if (cell && event.pointerType !== "mouse") {
        tap(cell);
      }
    },
  };
}
