import { useCallback, useEffect, useRef, useState } from "react";
import type { Day } from "./nights";

/**
 * Moves the keyboard focus to a day, also to one in a grid that is shown with the same step.
 *
 * @returns `grids` for the element around the grids, and `focusDay`
 */
export function useDayFocus<E extends HTMLElement>() {
  const grids = useRef<E>(null);
  const [moved, setMoved] = useState<{ to: Day } | null>(null);
  useEffect(() => {
    if (moved) {
      grids.current?.querySelector<HTMLElement>(`[data-day="${moved.to}"]`)?.focus();
    }
  }, [moved]);
  return { grids, focusDay: useCallback((to: Day) => setMoved({ to }), []) };
}
