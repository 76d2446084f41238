import { isAdministrator, useMe } from "@/access/me";
import { waitsForApproval } from "@/member/member";
import { useMembers } from "@/member/useMembers";
import { useRequests } from "@/requests/useRequests";
import { useWaiting } from "@/waiting/useWaiting";
import { useChangedBookings } from "./useChangedBookings";

/** How much waits for this member, by the place in the menu that leads to it. */
export interface News {
  /** Offers of the waiting list, and bookings that changed since the member last looked. */
  bookings: number;
  /** Requests and registrations that an administrator is to answer. */
  admin: number;
}

export function useNews(): News {
  const { data: me } = useMe();
  const manages = me !== undefined && isAdministrator(me);
  const offers = useWaiting(me?.status === "Active").data ?? [];
  const changed = useChangedBookings(me?.id);
  const requests = useRequests(0, manages).data?.totalItems ?? 0;
  const members = useMembers(manages).data ?? [];
  return {
    bookings: offers.filter((entry) => entry.status === "Offered").length + changed,
    admin: requests + members.filter(waitsForApproval).length,
  };
}
