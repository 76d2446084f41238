import { useCallback, useState } from "react";
import { saveDraft, savedDraft, type Draft } from "./draft";

/**
 * What somebody is about to send.
 *
 * @param name what it is for; under it the draft is found again
 * @param begin the draft to begin with, if none was kept
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
