import type { Schemas } from "@/platform/api/client";

export const TIME_RANGES = ["Future", "Past", "All", "Last30Days", "LastYear"] as const;
export const STATUSES = [
  "Pending",
  "Accepted",
  "Rejected",
  "Cancelled",
  "Completed",
] as const satisfies readonly Schemas["BookingStatus"][];

/** Which bookings to show; stored in the page's address, so that the back button restores it. */
export interface Filter {
  timeRange: (typeof TIME_RANGES)[number];
  status?: (typeof STATUSES)[number];
  page: number;
}

/** Reads the filter from the address; ignores values that it does not know. */
export function filterOf(parameters: URLSearchParams): Filter {
  const page = Number(parameters.get("page"));
  return {
    timeRange: TIME_RANGES.find((range) => range === parameters.get("timeRange")) ?? "Future",
    status: STATUSES.find((status) => status === parameters.get("status")),
    page: Number.isInteger(page) && page > 0 ? page : 0,
  };
}

export function queryOf({ timeRange, status, page }: Filter): string {
  const query = new URLSearchParams({ timeRange });
  if (status) {
    query.set("status", status);
  }
  if (page > 0) {
    query.set("page", String(page));
  }
  return query.toString();
}
