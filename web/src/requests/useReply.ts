import { readBooking } from "@/booking/useBooking";
import type { Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { asRefusal, Refusal } from "@/platform/api/refusal";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { words } from "./texts";

/** Is told what came of a reply when the list is shown without the request. */
export interface Listener {
  /** In words, what was answered. */
  onDone: (what: string) => void;
  /** Why nothing was answered: somebody was faster, and the request is gone all the same. */
  onGone: (why: Refusal) => void;
}

/** The ETag of a booking from a list. */
export function tagOf(booking: Schemas["Booking"]): string {
  return `"${booking.version}"`;
}

/**
 * Answers a request. What keeps it from being answered now is for the request to show, in the state
 * that it has on the server.
 *
 * @param id of the booking
 * @param reply sends it
 * @param said what was answered, in words
 */
export function useReply(
  id: string,
  reply: () => Promise<unknown>,
  said: string,
  { onDone, onGone }: Listener,
) {
  const text = useTexts(words);
  return useSending(async () => {
    try {
      await reply();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.status !== 404 && refusal.status !== 409 && refusal.status !== 412) {
        throw refusal;
      }
      const waits = refusal.status === 412 && (await stillWaits(id));
      await refreshGarden();
      if (waits) {
        throw new Refusal(412, text.changedMeanwhile);
      }
      onGone(refusal.status === 412 ? new Refusal(412, text.answeredMeanwhile) : refusal);
      return;
    }
    await refreshGarden();
    onDone(said);
  });
}

async function stillWaits(id: string): Promise<boolean> {
  const { booking } = await readBooking(id);
  return booking.status === "Pending";
}
