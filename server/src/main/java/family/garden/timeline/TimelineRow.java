package family.garden.timeline;

import family.garden.accommodation.Accommodation;
import family.garden.booking.Rules;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One accommodation in the timeline: who stays there, and how many beds are free each night. */
final class TimelineRow {
  private final Accommodation place;
  private final int[] free;

  /**
   * The stays by their first night, from {@link Rules#MOST_NIGHTS} before the timeline on. This
   * orders thousands of stays without the comparisons of a sort.
   */
  private final @Nullable TimelineStay[] coming;

  private boolean occupied;

  TimelineRow(Accommodation place, int nights) {
    this.place = place;
    this.free = new int[nights];
    this.coming = new TimelineStay[Rules.MOST_NIGHTS + nights];
    Arrays.fill(free, place.maxCapacity());
  }

  /**
   * Takes beds of the nights from {@code from} until before {@code to}, as far as the timeline has
   * them.
   */
  void take(int from, int to, int persons) {
    for (int i = Math.max(0, from); i < Math.min(free.length, to); i++) {
      free[i] = Math.max(0, free[i] - persons);
    }
  }

  void add(TimelineStay stay) {
    int night = Rules.MOST_NIGHTS + stay.from();
    coming[night] = stay.among(coming[night]);
    occupied = true;
  }

  /** Leaves no bed free on some nights. */
  void close(BitSet nights) {
    nights.stream().forEach(night -> free[night] = 0);
  }

  Accommodation place() {
    return place;
  }

  /** An inactive accommodation is shown only if somebody sleeps there. */
  boolean isShown() {
    return place.isActive() || occupied;
  }

  /**
   * For each night the first stay that begins then, or null; {@link TimelineStay#next} leads to the
   * others.
   */
  @Nullable TimelineStay[] coming() {
    return coming;
  }

  int[] free() {
    return free;
  }
}
