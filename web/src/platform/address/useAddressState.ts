import { useSearchParams } from "next/navigation";

/**
 * What is chosen on a page, such as a filter, stored in the address, so that it survives a reload.
 *
 * @param read reads the choice from an address
 * @param write the query of an address for a choice
 * @returns the choice, and a function that changes some of it
 */
export function useAddressState<T extends object>(
  read: (parameters: URLSearchParams) => T,
  write: (chosen: T) => string,
): [T, (change: Partial<T>) => void] {
  const chosen = read(useSearchParams());
  const choose = (change: Partial<T>) => {
    // The address may be newer than what the page shows.
    const now = read(new URLSearchParams(window.location.search));
    window.history.replaceState(null, "", `?${write({ ...now, ...change })}`);
  };
  return [chosen, choose];
}
