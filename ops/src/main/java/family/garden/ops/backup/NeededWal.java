package family.garden.ops.backup;

import java.util.List;
import java.util.Optional;

/**
 * Which segments of the WAL of one database are needed: those inside of each base that is kept, and
 * all since the base from which restores to any moment begin.
 *
 * @param ranges of the bases
 * @param since the place of the first segment of which all later ones are needed; empty where there
 *     is no base
 */
record NeededWal(List<WalRange> ranges, Optional<String> since) {
  /** Where a segment lies, whatever its timeline. */
  static String place(String name) {
    return name.substring(8, 24);
  }

  /** Whether a restore may need a file: a segment, with any suffix, or anything that is none. */
  boolean has(String file) {
    if (!file.matches("[0-9A-F]{24}.*")) {
      return true;
    }
    String place = place(file);
    return since.filter(first -> place.compareTo(first) >= 0).isPresent()
        || ranges.stream()
            .anyMatch(
                range ->
                    place.compareTo(place(range.first())) >= 0
                        && place.compareTo(place(range.last())) <= 0);
  }
}
