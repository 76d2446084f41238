package family.garden.booking;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Persons per night and accommodation over some nights. Free beds on a night are the capacity less
 * the persons of that night, never of the range: two bookings one after the other need one bed.
 */
final class Occupancy {
  /** Persons who sleep in one accommodation for some nights. */
  record Stay(UUID accommodationId, LocalDate start, LocalDate end, int persons) {}

  private final Nights nights;
  private final Map<UUID, int[]> persons = new HashMap<>();

  Occupancy(Nights nights, List<Stay> stays) {
    this.nights = nights;
    stays.forEach(this::add);
  }

  private void add(Stay stay) {
    int[] perNight = persons.computeIfAbsent(stay.accommodationId(), id -> new int[nights.count()]);
    int from = Math.max(0, nights.indexOf(stay.start()));
    int to = Math.min(perNight.length, nights.indexOf(stay.end()));
    for (int i = from; i < to; i++) {
      perNight[i] += stay.persons();
    }
  }

  /** Free beds on each night, in order; never below 0. */
  int[] free(UUID accommodationId, int capacity) {
    int[] perNight = persons.getOrDefault(accommodationId, new int[nights.count()]);
    return Arrays.stream(perNight).map(taken -> Math.max(0, capacity - taken)).toArray();
  }

  /** The evenings on which fewer than {@code wanted} beds are free. */
  List<LocalDate> tooFull(UUID accommodationId, int capacity, int wanted) {
    int[] free = free(accommodationId, capacity);
    return IntStream.range(0, free.length)
        .filter(i -> free[i] < wanted)
        .mapToObj(i -> nights.start().plusDays(i))
        .toList();
  }

  /** The evenings on which more than {@code capacity} persons sleep there. */
  List<LocalDate> above(UUID accommodationId, int capacity) {
    int[] perNight = persons.getOrDefault(accommodationId, new int[nights.count()]);
    return IntStream.range(0, perNight.length)
        .filter(i -> perNight[i] > capacity)
        .mapToObj(i -> nights.start().plusDays(i))
        .toList();
  }
}
