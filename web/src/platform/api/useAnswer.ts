import { useDeferredValue, useMemo } from "react";
import useSWR, { type SWRConfiguration } from "swr";
import { asRefusal, type Refusal } from "./refusal";
import { sessionEnded } from "./session";

/**
 * Loads something, and loads it again when the page becomes visible again.
 *
 * @param key the cache key: components with the same key share the answer; null sends no request
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
    {
      // Only what several parts of one screen ask at once is asked once: the next screen asks again,
      // because somebody else may have changed it a second ago.
      dedupingInterval: 100,
      shouldRetryOnError: (error) => error.status === 0 || error.status === 503,
      ...options,
    },
  );
  const now = useMemo(() => ({ key, data, error, isValidating }), [key, data, error, isValidating]);
  // A new answer is rendered with low priority, so that a slow phone still reacts to touches. Under
  // another key it is rendered at once: the old answer belongs to another request.
  const drawn = useDeferredValue(now);
  return { ...(drawn.key === key ? drawn : now), mutate };
}
