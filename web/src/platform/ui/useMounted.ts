import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False while the page is prerendered and hydrated; values that only the device knows come after
 * that.
 */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
