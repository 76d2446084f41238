import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { refreshGarden } from "./refresh";
import { asRefusal, type Refusal } from "./refusal";
import { sessionEnded } from "./session";

/**
 * Sends something once, however often the button is pressed.
 *
 * @param what is called as it was at the last rendering; it need not stay the same function
 * @returns `send` stays the same function and tells whether it worked; `refusal` says why the last attempt did not
 */
export function useSending<A extends unknown[]>(what: (...values: A) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const going = useRef(false);
  const latest = useRef(what);

  useLayoutEffect(() => {
    latest.current = what;
  }, [what]);

  const send = useCallback(async (...values: A): Promise<boolean> => {
    if (going.current) {
      return false;
    }
    going.current = true;
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
        // Somebody was faster: what is shown is out of date.
        void refreshGarden();
      }
      return false;
    } finally {
      going.current = false;
      setBusy(false);
    }
  }, []);

  return { send, busy, refusal, forget: useCallback(() => setRefusal(null), []) };
}
