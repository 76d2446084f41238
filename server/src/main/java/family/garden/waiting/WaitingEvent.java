package family.garden.waiting;

import org.jdbi.v3.core.Handle;

/**
 * What happened to somebody who waits. Fired inside the transaction that made it so: what a
 * listener writes through {@link #transaction} is kept or undone together with the change.
 */
public sealed interface WaitingEvent {
  Handle transaction();

  WaitingEntry entry();

  /** The beds are held for the member, until the entry's {@code offeredUntil}. */
  record Offered(Handle transaction, WaitingEntry entry) implements WaitingEvent {}

  /** The member did not answer in time; others are asked now. */
  record Lapsed(Handle transaction, WaitingEntry entry) implements WaitingEvent {}
}
