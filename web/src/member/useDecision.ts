import { refreshGarden } from "@/platform/api/refresh";
import { useSending } from "@/platform/api/useSending";

/**
 * Sends a decision about somebody, then shows the members anew.
 *
 * @param decide sends it
 * @param done is called when the new state is shown
 */
export function useDecision(decide: () => Promise<unknown>, done: () => void) {
  return useSending(async () => {
    await decide();
    await refreshGarden();
    done();
  });
}
