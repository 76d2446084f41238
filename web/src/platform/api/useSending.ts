import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { refreshGarden } from "./refresh";
import { asRefusal, type Refusal } from "./refusal";
import { sessionEnded, useSessionCount } from "./session";

/**
 * Sends a request once, however often the button is pressed.
 *
 * @param action the request; the function of the last rendering is called
 * @returns `send` stays the same function and resolves to whether it worked; `refusal` says why the
 *     last attempt failed
 */
export function useSending<A extends unknown[]>(action: (...values: A) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [seen, setSeen] = useState(0);
  const sessions = useSessionCount();
  const inFlight = useRef(false);
  const latest = useRef(action);

  useLayoutEffect(() => {
    latest.current = action;
  }, [action]);

  const send = useCallback(async (...values: A): Promise<boolean> => {
    if (inFlight.current) {
      return false;
    }
    inFlight.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      await latest.current(...values);
      return true;
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.status === 401) {
        sessionEnded();
      }
      setRefusal(refused);
      if (refused.status === 409) {
        // Somebody else changed it first: what the page shows is out of date.
        void refreshGarden();
      }
      return false;
    } finally {
      inFlight.current = false;
      setBusy(false);
    }
  }, []);

  if (seen !== sessions) {
    setSeen(sessions);
    // The person has logged in again: "Please log in" is no longer true.
    if (refusal?.status === 401) {
      setRefusal(null);
    }
  }
  return { send, busy, refusal, forget: useCallback(() => setRefusal(null), []) };
}
