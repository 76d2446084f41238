/** How many people want to sleep in the garden. */
export interface Party {
  adults: number;
  children: number;
}

export const MOST_ADULTS = 20;
export const MOST_CHILDREN = 20;

const KEY = "booking.party";

export function sizeOf({ adults, children }: Party): number {
  return adults + children;
}

function isCount(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && least <= (value as number) && (value as number) <= most;
}

/** The party of the last booking on this device; one adult before the first. */
export function lastParty(): Party {
  try {
    const { adults, children } = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Party>;
    if (isCount(adults, 1, MOST_ADULTS) && isCount(children, 0, MOST_CHILDREN)) {
      return { adults, children };
    }
  } catch {
    // Somebody else's text under this key: as if there were none.
  }
  return { adults: 1, children: 0 };
}

export function rememberParty(party: Party): void {
  localStorage.setItem(KEY, JSON.stringify(party));
}
