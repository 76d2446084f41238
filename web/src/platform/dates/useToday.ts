import { useSyncExternalStore } from "react";
import { today, type Day } from "./nights";
import { onGardenZone } from "./zone";

function subscribe(listener: () => void): () => void {
  const stop = onGardenZone(listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    stop();
    document.removeEventListener("visibilitychange", listener);
  };
}

/** Today in the garden; also right after the page was in the background overnight. */
export function useToday(): Day {
  return useSyncExternalStore(
    subscribe,
    () => today(),
    () => today(),
  );
}
