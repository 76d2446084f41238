package family.garden.timeline;

import family.garden.accommodation.Accommodation;
import family.garden.booking.Rules;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What the timeline tells of one place: who stays there, and the beds that are free each night. */
final class TimelineRow {
  private final Accommodation place;
  private final int[] free;

  /**
   * By the first night, from {@link Rules#MOST_NIGHTS} before those that are looked at: that puts
   * thousands of stays in order without comparing them, which sorting would.
   */
  private final @Nullable TimelineStay[] coming;

  private boolean taken;

  TimelineRow(Accommodation place, int nights) {
    this.place = place;
    this.free = new int[nights];
    this.coming = new TimelineStay[Rules.MOST_NIGHTS + nights];
    Arrays.fill(free, place.maxCapacity());
  }

  /**
   * Takes beds of the nights from {@code from} until before {@code to}, as far as they are told.
   */
  void take(int from, int to, int persons) {
    for (int i = Math.max(0, from); i < Math.min(free.length, to); i++) {
      free[i] = Math.max(0, free[i] - persons);
    }
  }

  void add(TimelineStay stay) {
    int night = Rules.MOST_NIGHTS + stay.from();
    coming[night] = stay.among(coming[night]);
    taken = true;
  }

  /** Leaves no bed free on some nights. */
  void close(BitSet nights) {
    nights.stream().forEach(night -> free[night] = 0);
  }

  Accommodation place() {
    return place;
  }

  /** One that is not active is told only with somebody who sleeps there. */
  boolean isShown() {
    return place.isActive() || taken;
  }

  /** Who comes first each night, or null; the others follow behind. */
  @Nullable TimelineStay[] coming() {
    return coming;
  }

  int[] free() {
    return free;
  }
}
