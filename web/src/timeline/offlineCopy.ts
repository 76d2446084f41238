import type { Timeline } from "./timeline";

const KEY = "booking.garden.timeline";

/** What this device last knew of the garden, for reading where there is no network. */
export interface OfflineCopy {
  /** When it was true, in milliseconds since 1970. */
  at: number;
  timeline: Timeline;
}

export function saveOfflineCopy(timeline: Timeline, now = Date.now()): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: now, timeline } satisfies OfflineCopy));
  } catch {
    // A full or forbidden storage costs reading offline, and nothing else.
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
