import { useCallback, useEffect, useRef, useState } from "react";

/**
 * Moves the focus when a row is removed: to the row that took its place, or to the list itself.
 *
 * @returns `list` for the element (with `tabIndex={-1}`) around rows marked `data-row`, which take
 *     the focus too; call `onRowRemoved` with the index of the removed row after the list was
 *     loaded again
 */
export function useRowFocus<E extends HTMLElement>() {
  const list = useRef<E>(null);
  const [gone, setGone] = useState<{ index: number } | null>(null);
  useEffect(() => {
    if (gone) {
      const rows = list.current?.querySelectorAll<HTMLElement>("[data-row]");
      const next = rows?.[Math.min(gone.index, rows.length - 1)];
      (next ?? list.current)?.focus();
    }
  }, [gone]);
  return { list, onRowRemoved: useCallback((index: number) => setGone({ index }), []) };
}
