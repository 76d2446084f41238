/** The parameter of the door's address that says why somebody is sent there. */
export const SAID = "said";

/** What can be said at the door, as a word in its address. */
export type Said = "erased";
