import { useEffect, useState } from "react";
import { api, ask, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import type { Request } from "./draft";

const PAUSE_MS = 250;

/**
 * The server's verdict on a draft, requested after a short pause. Only the server knows the rules.
 */
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
  // The answer to an earlier draft is not valid for this one.
  return settled === text ? answer : { ...answer, data: undefined, error: undefined };
}
