package family.garden.occupancy;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Persons per night and accommodation over some nights. Free beds on a night are the capacity less
 * the persons of that night, never of the range: two bookings one after the other need one bed.
 */
public final class Occupancy {
  /** Persons who sleep in one accommodation for some nights. */
  public record Stay(UUID accommodationId, LocalDate start, LocalDate end, int persons) {}

  private final Nights nights;
  private final List<Blocked> blocked;
  private final BitSet closed;
  private final Map<UUID, int[]> persons = new HashMap<>();
  private final Map<UUID, int[]> ownPersons = new HashMap<>();

  /** One of a garden that is open on all nights. */
  public Occupancy(Nights nights, List<Stay> stays) {
    this(nights, stays, List.of(), List.of());
  }

  /**
   * @param blocked nights on which no bed is free, whoever sleeps there
   * @param own stays that are being edited: on a blocked night they may keep the beds they have
   */
  Occupancy(Nights nights, List<Stay> stays, List<Blocked> blocked, List<Stay> own) {
    this.nights = nights;
    this.blocked = blocked;
    this.closed = Blocked.among(nights, blocked);
    stays.forEach(stay -> add(stay, persons));
    own.forEach(stay -> add(stay, ownPersons));
  }

  private void add(Stay stay, Map<UUID, int[]> to) {
    int[] perNight = to.computeIfAbsent(stay.accommodationId(), id -> new int[nights.count()]);
    int from = Math.max(0, nights.indexOf(stay.start()));
    int end = Math.min(perNight.length, nights.indexOf(stay.end()));
    for (int i = from; i < end; i++) {
      perNight[i] += stay.persons();
    }
  }

  /** Free beds on each night, in order; never below 0. */
  int[] free(UUID accommodationId, int capacity) {
    int[] taken = persons.getOrDefault(accommodationId, new int[nights.count()]);
    int[] own = ownPersons.getOrDefault(accommodationId, new int[nights.count()]);
    return IntStream.range(0, nights.count())
        .map(i -> Math.min(Math.max(0, capacity - taken[i]), closed.get(i) ? own[i] : capacity))
        .toArray();
  }

  /** What is blocked of the nights, soonest first. */
  List<Blocked> blocked() {
    return blocked;
  }

  /** What blocks an evening; empty if nothing does. */
  public List<Blocked> blockedOn(LocalDate evening) {
    return blocked.stream().filter(one -> one.covers(evening)).toList();
  }

  /** The evenings on which fewer than {@code required} beds are free. */
  public List<LocalDate> tooFull(UUID accommodationId, int capacity, int required) {
    int[] free = free(accommodationId, capacity);
    return IntStream.range(0, free.length)
        .filter(i -> free[i] < required)
        .mapToObj(i -> nights.start().plusDays(i))
        .toList();
  }

  /** The evenings on which more than {@code capacity} persons sleep there. */
  public List<LocalDate> above(UUID accommodationId, int capacity) {
    int[] perNight = persons.getOrDefault(accommodationId, new int[nights.count()]);
    return IntStream.range(0, perNight.length)
        .filter(i -> perNight[i] > capacity)
        .mapToObj(i -> nights.start().plusDays(i))
        .toList();
  }
}
