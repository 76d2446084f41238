import { useCallback, useEffect, useRef, useState } from "react";

/**
 * Moves the focus when the element that had it is gone, such as a removed row or a closed form.
 *
 * @returns `home` for the element (with `tabIndex={-1}`), and `goHome`, which waits until dialogs
 *     that close with the same step are closed
 */
export function useFocusHome<E extends HTMLElement>() {
  const home = useRef<E>(null);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) {
      home.current?.focus();
    }
  }, [times]);
  return { home, goHome: useCallback(() => setTimes((before) => before + 1), []) };
}
