import type { Person } from "./person";

/**
 * Is told, in words, what was decided about somebody.
 *
 * @param stays whether this person remains in the same group
 */
export type OnDone = (what: string, stays?: boolean) => void;

export interface DecisionProps {
  person: Person;
  onDone: OnDone;
}
