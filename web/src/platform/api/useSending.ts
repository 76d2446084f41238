import { useCallback, useRef, useState } from "react";
import { refreshGarden } from "./refresh";
import { asRefusal, type Refusal } from "./refusal";
import { sessionEnded } from "./session";

/**
 * Sends something once, however often the button is pressed.
 *
 * @returns `send` tells whether it worked; `refusal` says why the last attempt did not
 */
export function useSending<A extends unknown[]>(what: (...values: A) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const going = useRef(false);

  const send = useCallback(
    async (...values: A): Promise<boolean> => {
      if (going.current) {
        return false;
      }
      going.current = true;
      setBusy(true);
      setRefusal(null);
      try {
        await what(...values);
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
    },
    [what],
  );

  return { send, busy, refusal, forget: useCallback(() => setRefusal(null), []) };
}
