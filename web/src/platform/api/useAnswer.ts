import { useDeferredValue, useMemo } from "react";
import useSWR, { type SWRConfiguration } from "swr";
import { asRefusal, type Refusal } from "./refusal";
import { sessionEnded } from "./session";

/**
 * Reads something, and reads it again when the page comes back into view.
 *
 * @param key names it: whoever asks under the same name shares the answer; null asks nothing
 */
export function useAnswer<T>(
  key: string | null,
  read: () => Promise<T>,
  options: SWRConfiguration<T, Refusal> = {},
) {
  const { data, error, isValidating, mutate } = useSWR<T, Refusal>(
    key,
    async () => {
      try {
        return await read();
      } catch (thrown) {
        const refused = asRefusal(thrown);
        if (refused.status === 401) {
          sessionEnded();
        }
        throw refused;
      }
    },
    { shouldRetryOnError: (error) => error.status === 0 || error.status === 503, ...options },
  );
  const now = useMemo(() => ({ key, data, error, isValidating }), [key, data, error, isValidating]);
  // What comes is drawn in short steps, between which a slow phone follows the finger. Under another
  // name it is drawn at once: what is still there would be the answer to another question.
  const drawn = useDeferredValue(now);
  return { ...(drawn.key === key ? drawn : now), mutate };
}
