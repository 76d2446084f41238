import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

const PAGE_SIZE = 10;

/**
 * Bookings that wait for a decision and are not over yet, earliest arrival first.
 *
 * @param enabled false sends no request
 */
export function useRequests(page: number, enabled = true) {
  return useAnswer(
    enabled ? `/api/bookings?status=Pending&timeRange=Future&page=${page}&requests` : null,
    () =>
      ask(
        api.GET("/api/bookings", {
          params: { query: { status: "Pending", timeRange: "Future", page, size: PAGE_SIZE } },
        }),
      ),
    { keepPreviousData: true },
  );
}
