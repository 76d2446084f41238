package family.garden.occupancy;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Nights on which the whole garden is taken, half-open like a stay.
 *
 * @param name the calendar that blocks them, as an administrator named it
 */
public record Blocked(LocalDate startDate, LocalDate endDate, String name) {
  static final Comparator<Blocked> SOONEST =
      Comparator.comparing(Blocked::startDate).thenComparing(Blocked::name);

  boolean covers(LocalDate evening) {
    return !evening.isBefore(startDate) && evening.isBefore(endDate);
  }

  /** Which of {@code nights} are blocked by any, by their place from 0. */
  public static BitSet among(Nights nights, List<Blocked> blocked) {
    BitSet taken = new BitSet(nights.count());
    for (Blocked one : blocked) {
      int from = Math.max(0, nights.indexOf(one.startDate));
      int to = Math.min(nights.count(), nights.indexOf(one.endDate));
      taken.set(from, Math.max(from, to));
    }
    return taken;
  }
}
