import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the page is prerendered and hydrated: what only the device knows comes after. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
