import { useCallback, useState } from "react";
import { saveDraft, savedDraft, type Draft } from "./draft";

/**
 * The draft of a booking, stored in the browser.
 *
 * @param name the key of the draft in the browser's storage
 * @param begin returns the draft to begin with, if the browser has stored none
 */
export function useDraft(name: string, begin: () => Draft) {
  const [draft, setDraft] = useState<Draft>(() => savedDraft(name) ?? begin());
  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      saveDraft(name, next);
    },
    [name],
  );
  const forget = useCallback(() => saveDraft(name, null), [name]);
  return { draft, change, forget };
}
