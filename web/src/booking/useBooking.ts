import { api, askWhole, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/** A booking, and the version of it that was read. */
export interface ReadBooking {
  booking: Schemas["Booking"];
  etag: string;
}

export function useBooking(id: string | null) {
  return useAnswer<ReadBooking>(
    id && `/api/bookings/${id}`,
    async () => {
      const { data, response } = await askWhole(
        api.GET("/api/bookings/{id}", { params: { path: { id: id ?? "" } } }),
      );
      return { booking: data, etag: response.headers.get("ETag") ?? "" };
    },
    // A form must not change under the hands of whoever fills it in.
    { revalidateOnFocus: false, revalidateIfStale: true },
  );
}
