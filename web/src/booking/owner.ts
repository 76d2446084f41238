import type { Schemas } from "@/platform/api/client";

/**
 * For whom a booking is: a member, or somebody without an account, who has only a name. Neither is
 * for the person who books.
 */
export interface Owner {
  memberId?: string;
  guestName?: string;
}

/** What the request says about it; null while the name is missing. */
export function ownerIn({ memberId, guestName }: Owner): Owner | null {
  if (guestName === undefined) {
    return memberId ? { memberId } : {};
  }
  const name = guestName.trim();
  return name ? { guestName: name } : null;
}

/** Who stays; null if that account was erased. */
export function sleeperOf(booking: Schemas["Booking"]): string | null {
  return booking.guestName ?? booking.memberName;
}
