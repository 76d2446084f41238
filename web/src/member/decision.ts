import { refreshGarden } from "@/platform/api/refresh";
import type { Member } from "./member";

/**
 * Called with a sentence that says what was decided about a member.
 *
 * @param stays whether this member remains in the same group
 */
export type OnDone = (what: string, stays?: boolean) => void;

export interface DecisionProps {
  member: Member;
  onDone: OnDone;
}

/** Sends a decision about a member, then loads the members again. */
export async function decide(send: () => Promise<unknown>): Promise<void> {
  await send();
  await refreshGarden();
}
