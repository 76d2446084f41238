import { useEffect, useState } from "react";
import { api, ask, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import type { Request } from "./draft";

const PAUSE_MS = 250;

/** What the server says to a draft, asked once the fingers rest. The rules are there, not here. */
export function useVerdict(request: Request | null, except?: string) {
  const text = request ? JSON.stringify(request) : null;
  const [settled, setSettled] = useState(text);

  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const answer = useAnswer<Schemas["Verdict"]>(
    settled && `/api/bookings/validate?${except ?? ""} ${settled}`,
    () =>
      ask(
        api.POST("/api/bookings/validate", {
          params: { query: { excludeBookingId: except } },
          body: JSON.parse(settled ?? "") as Request,
        }),
      ),
  );
  // An answer to an earlier draft says nothing of this one.
  return settled === text ? answer : { ...answer, data: undefined, error: undefined };
}
