const KEY = "booking.zone";
const listeners = new Set<() => void>();

/** The zone in which the garden's days begin; this device's own until the server has named it. */
export function gardenZone(): string | undefined {
  return typeof localStorage === "undefined" ? undefined : (localStorage.getItem(KEY) ?? undefined);
}

/** Stores the zone that the server names, so that it is known before the next answer. */
export function rememberGardenZone(zone: string): void {
  if (zone !== gardenZone()) {
    localStorage.setItem(KEY, zone);
    listeners.forEach((listener) => listener());
  }
}

/** Calls `listener` when the server names another zone. */
export function onGardenZone(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
