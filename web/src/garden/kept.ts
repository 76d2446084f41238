import type { Timeline } from "./timeline";

const KEY = "booking.garden.timeline";

/** What this device last knew of the garden, for reading where there is no network. */
export interface Kept {
  /** When it was true, in milliseconds since 1970. */
  at: number;
  timeline: Timeline;
}

export function keep(timeline: Timeline, now = Date.now()): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: now, timeline } satisfies Kept));
  } catch {
    // A full or forbidden storage costs reading offline, and nothing else.
    localStorage.removeItem(KEY);
  }
}

export function kept(): Kept | null {
  const text = localStorage.getItem(KEY);
  if (!text) {
    return null;
  }
  try {
    const read = JSON.parse(text) as Partial<Kept>;
    return typeof read.at === "number" && Array.isArray(read.timeline?.blocked)
      ? (read as Kept)
      : null;
  } catch {
    return null;
  }
}
