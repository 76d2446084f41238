import { readBooking } from "@/booking/useBooking";
import type { Schemas } from "@/platform/api/client";
import { refreshGarden } from "@/platform/api/refresh";
import { asRefusal, Refusal } from "@/platform/api/refusal";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { words } from "./texts";

/** Called with the outcome of a reply, after the list was loaded again without the request. */
export interface ReplyListener {
  /** Receives a sentence that says what was answered. */
  onDone: (what: string) => void;
  /**
   * Receives the reason why the reply failed: somebody else answered or cancelled the request
   * first.
   */
  onConflict: (why: Refusal) => void;
}

/** The ETag of a booking from a list. */
export function tagOf(booking: Schemas["Booking"]): string {
  return `"${booking.version}"`;
}

/**
 * Answers a request. If the reply fails, the request shows why, in its current state on the server.
 *
 * @param id of the booking
 * @param reply sends it
 * @param message says what was answered
 */
export function useReply(
  id: string,
  reply: () => Promise<unknown>,
  message: string,
  { onDone, onConflict }: ReplyListener,
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
      onConflict(refusal.status === 412 ? new Refusal(412, text.answeredMeanwhile) : refusal);
      return;
    }
    await refreshGarden();
    onDone(message);
  });
}

async function stillWaits(id: string): Promise<boolean> {
  const { booking } = await readBooking(id);
  return booking.status === "Pending";
}
