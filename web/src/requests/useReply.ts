import { refreshGarden } from "@/platform/api/refresh";
import { asRefusal, type Refusal } from "@/platform/api/refusal";
import { useSending } from "@/platform/api/useSending";

/** Is told what came of a reply when the list is shown without the request. */
export interface Listener {
  /** In words, what was answered. */
  onDone: (what: string) => void;
  /** Why nothing was answered: somebody was faster, and the request is gone all the same. */
  onGone: (why: Refusal) => void;
}

/**
 * Answers a request. What keeps it from being answered now is for the request to show.
 *
 * @param reply sends it
 * @param said what was answered, in words
 */
export function useReply(
  reply: () => Promise<unknown>,
  said: string,
  { onDone, onGone }: Listener,
) {
  return useSending(async () => {
    try {
      await reply();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.status !== 404 && refusal.status !== 409) {
        throw refusal;
      }
      await refreshGarden();
      onGone(refusal);
      return;
    }
    await refreshGarden();
    onDone(said);
  });
}
