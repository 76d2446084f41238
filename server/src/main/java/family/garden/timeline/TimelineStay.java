package family.garden.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sleeps at a place, as the timeline tells it.
 *
 * @param from the first night, by its place among those that are looked at; may lie before them
 * @param to the morning after the last night, likewise; may lie after them
 * @param next who comes on the same night and is told next: by the booking's identity
 */
record TimelineStay(
    UUID bookingId,
    int from,
    int to,
    int persons,
    boolean accepted,
    UUID memberId,
    @Nullable TimelineStay next) {

  /** This one put in its place among {@code others}, who come on the same night. */
  TimelineStay among(@Nullable TimelineStay others) {
    return others == null || isBefore(others)
        ? withNext(others)
        : others.withNext(among(others.next));
  }

  private TimelineStay withNext(@Nullable TimelineStay next) {
    return new TimelineStay(bookingId, from, to, persons, accepted, memberId, next);
  }

  /** In the order of the database, which takes an identity for an unsigned number. */
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
