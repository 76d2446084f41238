package family.garden.calendar;

import family.garden.occupancy.Nights;
import java.util.List;

/**
 * The result of reading an external calendar.
 *
 * @param nights that it takes, in order, none overlapping
 * @param read how many events were read, those included that are over or take no nights
 * @param skipped what was left out, by reason
 */
record Reading(List<Nights> nights, int read, List<Skip> skipped) {

  /** Whether there were events, and none could be read. */
  boolean failed() {
    return read == 0 && skipped.stream().anyMatch(skip -> skip.reason().isFault());
  }
}
