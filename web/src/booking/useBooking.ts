import { api, askWhole, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/** A booking with the ETag of the version that was read. */
export interface VersionedBooking {
  booking: Schemas["Booking"];
  etag: string;
}

export async function readBooking(id: string): Promise<VersionedBooking> {
  const { data, response } = await askWhole(
    api.GET("/api/bookings/{id}", { params: { path: { id } } }),
  );
  return { booking: data, etag: response.headers.get("ETag") ?? "" };
}

export function useBooking(id: string | null) {
  return useAnswer(id && `/api/bookings/${id}`, () => readBooking(id ?? ""), {
    revalidateOnFocus: false,
  });
}
