import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/** The pages that show what has changed; one's own changes end there too. */
const SHOWN_ON = ["/bookings", "/booking"];

/** The latest 20 bookings are enough: a change of an older one is no news to anybody. */
const QUERY = { timeRange: "All", owner: "me", size: 20 } as const;

/**
 * How many of a member's own bookings changed since the member last looked at them on this device:
 * answers, and what administrators changed. Compares the server's times only.
 *
 * @param member the id of the member; undefined until it is known
 */
export function useChangedBookings(member: string | undefined): number {
  const looking = SHOWN_ON.includes(usePathname());
  const { data } = useAnswer(member ? `/api/bookings?mine=${member}` : null, () =>
    ask(api.GET("/api/bookings", { params: { query: QUERY } })),
  );
  const changes = data?.items.map((booking) => booking.updatedAt) ?? [];
  const latest = changes.reduce((one, other) => (one > other ? one : other), "");
  const key = `booking.seen.${member}`;
  const seen = member && data ? localStorage.getItem(key) : null;

  useEffect(() => {
    if (data && (looking || seen === null)) {
      localStorage.setItem(key, latest);
    }
  }, [data, looking, seen, key, latest]);

  return looking || seen === null ? 0 : changes.filter((change) => change > seen).length;
}
