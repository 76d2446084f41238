package family.garden.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay in one accommodation, as the timeline shows it.
 *
 * @param from the first night, as an index into the nights of the timeline; may be negative
 * @param to the morning after the last night, likewise; may be beyond the end
 * @param next the next stay that begins on the same night, in the order of the bookings' ids; null
 *     for none
 */
record TimelineStay(
    UUID bookingId,
    int from,
    int to,
    int persons,
    boolean accepted,
    UUID memberId,
    @Nullable TimelineStay next) {

  /** Inserts this stay among {@code others}, which begin on the same night. */
  TimelineStay among(@Nullable TimelineStay others) {
    return others == null || isBefore(others)
        ? withNext(others)
        : others.withNext(among(others.next));
  }

  private TimelineStay withNext(@Nullable TimelineStay next) {
    return new TimelineStay(bookingId, from, to, persons, accepted, memberId, next);
  }

  /** The order of PostgreSQL, which compares an id as an unsigned number. */
  private boolean isBefore(TimelineStay other) {
    long high = bookingId.getMostSignificantBits();
    long otherHigh = other.bookingId.getMostSignificantBits();
    return high == otherHigh
        ? Long.compareUnsigned(
                bookingId.getLeastSignificantBits(), other.bookingId.getLeastSignificantBits())
            < 0
        : Long.compareUnsigned(high, otherHigh) < 0;
  }
}
