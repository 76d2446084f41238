package family.garden.waiting;

import org.jdbi.v3.core.Handle;

/**
 * The event that an entry of the waiting list changed. It is fired inside the transaction of the
 * change: what an observer writes through {@link #transaction} is committed or rolled back with it.
 */
public sealed interface WaitingEvent {
  Handle transaction();

  WaitingEntry entry();

  /** The beds are held for the member, until the entry's {@code offeredUntil}. */
  record Offered(Handle transaction, WaitingEntry entry) implements WaitingEvent {}

  /** The member did not answer in time; the beds are offered to others now. */
  record Lapsed(Handle transaction, WaitingEntry entry) implements WaitingEvent {}
}
