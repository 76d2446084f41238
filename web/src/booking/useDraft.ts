import { useCallback, useState } from "react";
import { saveDraft, savedDraft, type Draft } from "./draft";

/**
 * The draft of a booking, stored in the browser. `kept` says that it was there before, and
 * `startOver` begins anew.
 *
 * @param name the key of the draft in the browser's storage
 * @param begin returns the draft to begin with, if the browser has stored none
 */
export function useDraft(name: string, begin: () => Draft) {
  const [kept, setKept] = useState(() => savedDraft(name));
  const [draft, setDraft] = useState<Draft>(() => kept ?? begin());
  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      saveDraft(name, next);
    },
    [name],
  );
  const forget = useCallback(() => saveDraft(name, null), [name]);
  const startOver = () => {
    forget();
    setKept(null);
    setDraft(begin());
  };
  return { draft, change, forget, kept: kept !== null, startOver };
}
