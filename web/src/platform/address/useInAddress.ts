import { useSearchParams } from "next/navigation";

/**
 * What is chosen on a page, such as a filter. It stands in the address: reloading keeps it.
 *
 * @param read what an address says
 * @param write the same as an address has it
 * @returns what is chosen, and how to choose some of it anew
 */
export function useInAddress<T extends object>(
  read: (parameters: URLSearchParams) => T,
  write: (chosen: T) => string,
): [T, (change: Partial<T>) => void] {
  const chosen = read(useSearchParams());
  const choose = (change: Partial<T>) => {
    // What stands in the address now may be newer than what is shown.
    const now = read(new URLSearchParams(window.location.search));
    window.history.replaceState(null, "", `?${write({ ...now, ...change })}`);
  };
  return [chosen, choose];
}
