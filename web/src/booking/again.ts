import type { Schemas } from "@/platform/api/client";
import { today, type Day } from "@/platform/dates/nights";
import { draftOf, type Draft } from "./draft";
import type { Owner } from "./owner";
import { NOTHING } from "./range";

/**
 * The draft that books the same again: the same places and persons, for the same person, and the
 * same nights if they are still ahead, as after a cancellation by mistake.
 *
 * @param me who books; another member's booking is for that member again
 */
export function again(booking: Schemas["Booking"], me: string, now: Day = today()): Draft {
  const draft = draftOf(booking);
  const range = booking.startDate >= now ? draft.range : NOTHING;
  return { ...draft, range, owner: ownerOf(booking, me) };
}

function ownerOf({ guestName, memberId }: Schemas["Booking"], me: string): Owner {
  if (guestName) {
    return { guestName };
  }
  return memberId && memberId !== me ? { memberId } : {};
}
