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
  return useSWR<T, Refusal>(
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
}
