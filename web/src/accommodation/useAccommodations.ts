import { api, ask, askWhole } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { byName } from "@/platform/texts/byName";
import type { Accommodation } from "./typed";

/** A place to sleep with the ETag of the version that was read. */
export interface VersionedAccommodation {
  place: Accommodation;
  etag: string;
}

export async function readAccommodation(id: string): Promise<VersionedAccommodation> {
  const { data, response } = await askWhole(
    api.GET("/api/sleeping-accommodations/{id}", { params: { path: { id } } }),
  );
  return { place: data, etag: response.headers.get("ETag") ?? "" };
}

export function useAccommodation(id: string) {
  return useAnswer(`/api/sleeping-accommodations/${id}`, () => readAccommodation(id), {
    revalidateOnFocus: false,
  });
}

/** All places by name, including those that take no bookings. */
export function useAccommodations() {
  return useAnswer("/api/sleeping-accommodations?includeInactive=true", async () =>
    byName(
      await ask(
        api.GET("/api/sleeping-accommodations", { params: { query: { includeInactive: true } } }),
      ),
    ),
  );
}
