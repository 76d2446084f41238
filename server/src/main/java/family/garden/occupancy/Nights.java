package family.garden.occupancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Some nights in a row, as the date of each evening: from {@code start} until the morning of {@code
 * end}, which is not a night any more. Dates, not instants: a night is one night on both days that
 * the clocks change.
 */
public record Nights(LocalDate start, LocalDate end) {
  /**
   * @throws IllegalArgumentException if there is no night in between
   */
  public Nights {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("no night from " + start + " to " + end);
    }
  }

  /** How many; 1 at the least. */
  public int count() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
  }

  /** The evenings in order. */
  public Stream<LocalDate> evenings() {
    return start.datesUntil(end);
  }

  /** The place of {@code evening} among these, from 0; may lie outside. */
  public int indexOf(LocalDate evening) {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, evening));
  }

  /** Whether the last night is over: {@code today} is its morning, or later. */
  public boolean areOver(LocalDate today) {
    return !end.isAfter(today);
  }
}
