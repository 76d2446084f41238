import type { Timeline } from "./timeline";

const KEY = "booking.garden.timeline";

/** The copy of the timeline on this device, for reading without a network. */
export interface OfflineCopy {
  /** When the server sent it, in milliseconds since 1970. */
  at: number;
  timeline: Timeline;
}

export function saveOfflineCopy(timeline: Timeline, now = Date.now()): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: now, timeline } satisfies OfflineCopy));
  } catch {
    // If the storage is full or forbidden, only reading offline is lost.
    localStorage.removeItem(KEY);
  }
}

export function readOfflineCopy(): OfflineCopy | null {
  const text = localStorage.getItem(KEY);
  if (!text) {
    return null;
  }
  try {
    const read = JSON.parse(text) as Partial<OfflineCopy>;
    return typeof read.at === "number" && Array.isArray(read.timeline?.blocked)
      ? (read as OfflineCopy)
      : null;
  } catch {
    return null;
  }
}
