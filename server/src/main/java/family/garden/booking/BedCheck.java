package family.garden.booking;

import family.garden.accommodation.Accommodation;
import family.garden.accommodation.AccommodationStore;
import family.garden.accommodation.CapacityLowered;
import family.garden.occupancy.Blocked;
import family.garden.occupancy.Nights;
import family.garden.occupancy.Occupancy;
import family.garden.occupancy.OccupancyStore;
import family.garden.occupancy.Own;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Checks whether there are enough beds, against the database as it is now. */
@Singleton
public final class BedCheck {
  private final AccommodationStore accommodations;
  private final OccupancyStore occupancy;
  private final Clock clock;

  BedCheck(AccommodationStore accommodations, OccupancyStore occupancy, Clock clock) {
    this.accommodations = accommodations;
    this.occupancy = occupancy;
    this.clock = clock;
  }

  /**
   * Locks the accommodations of a plan and checks that it fits. It stays so until the transaction
   * ends.
   *
   * @param held accommodations of the booking being edited: locked too, and may be inactive
   * @param own beds that do not count
   * @throws Refusal 400 if an accommodation is unknown or takes no bookings; 409 if nights are full
   */
  void lockAndCheck(Handle handle, Plan plan, Set<UUID> held, Own own) {
    Set<UUID> all = new TreeSet<>(plan.persons().keySet());
    all.addAll(held);
    Violations violations = new Violations();
    List<Full> full = check(handle, plan, accommodations.lock(handle, all), held, own, violations);
    violations.refuseIfAny();
    if (!full.isEmpty()) {
      throw Refusal.conflict("Availability", full.getFirst().reason(), nights(full));
    }
  }

  /**
   * Checks without locking, for a person who is still typing or for a caller that has locked the
   * accommodations before.
   *
   * @param found gets {@code Availability} where nights are full, {@code bookingItems} where an
   *     accommodation takes no bookings
   */
  public void look(Handle handle, Plan plan, Set<UUID> held, Own own, Violations found) {
    check(handle, plan, accommodations.all(handle), held, own, found).stream()
        .map(Full::reason)
        .distinct()
        .forEach(why -> found.add("Availability", why));
  }

  /** An accommodation with too few free beds, and the evenings concerned. */
  private record Full(Accommodation accommodation, List<LocalDate> nights, Occupancy taken) {
    Text reason() {
      List<LocalDate> closed =
          nights.stream().filter(night -> !taken.blockedOn(night).isEmpty()).toList();
      // Names some dates only, so that the message stays readable; the list of nights has them all.
      return closed.isEmpty()
          ? reason("booking.full", accommodation.name(), nights.stream())
          : reason("booking.blocked", closers(closed), closed.stream());
    }

    /** Every calendar that closes one of the nights, by its name. */
    private String closers(List<LocalDate> closed) {
      return closed.stream()
          .flatMap(night -> taken.blockedOn(night).stream())
          .map(Blocked::name)
          .distinct()
          .collect(Collectors.joining(", "));
    }

    private static Text reason(String key, String name, Stream<LocalDate> evenings) {
      List<LocalDate> all = evenings.toList();
      List<LocalDate> some = all.subList(0, Math.min(all.size(), 5));
      return Text.of(all.size() > some.size() ? key + "AndMore" : key, name, some);
    }
  }

  private static List<LocalDate> nights(List<Full> full) {
    return full.stream().flatMap(one -> one.nights().stream()).distinct().sorted().toList();
  }

  private List<Full> check(
      Handle handle,
      Plan plan,
      List<Accommodation> known,
      Set<UUID> held,
      Own own,
      Violations violations) {
    Map<UUID, Accommodation> byId = new LinkedHashMap<>();
    known.forEach(accommodation -> byId.put(accommodation.id(), accommodation));
    Collection<UUID> accommodations = plan.persons().keySet();
    Occupancy taken = occupancy.over(handle, plan.nights(), accommodations, own);
    List<Full> full = new ArrayList<>();
    plan.persons()
        .forEach(
            (id, persons) -> {
              Accommodation accommodation = byId.get(id);
              if (accommodation == null) {
                violations.add("bookingItems", Text.of("items.unknown"));
              } else if (!accommodation.isActive() && !held.contains(id)) {
                violations.add("bookingItems", Text.of("items.inactive", accommodation.name()));
              } else {
                List<LocalDate> nights = taken.tooFull(id, accommodation.maxCapacity(), persons);
                if (!nights.isEmpty()) {
                  full.add(new Full(accommodation, nights, taken));
                }
              }
            });
    return full;
  }

  /** Whether more beds are booked and held in the accommodations of a booking than there are. */
  public boolean isOverfull(Handle handle, Booking booking) {
    Set<UUID> places = booking.accommodationIds();
    Occupancy taken =
        new Occupancy(
            booking.nights(), occupancy.stays(handle, booking.nights(), places, Own.NOTHING));
    return accommodations.all(handle).stream()
        .filter(place -> places.contains(place.id()))
        .anyMatch(place -> !taken.above(place.id(), place.maxCapacity()).isEmpty());
  }

  /** Refuses a capacity below what is booked already, tonight or later. */
  void refuseBelowBooked(@Observes CapacityLowered event) {
    Accommodation after = event.accommodation();
    LocalDate today = LocalDate.now(clock);
    List<Occupancy.Stay> stays = occupancy.staysFrom(event.transaction(), after.id(), today);
    LocalDate last =
        stays.stream().map(Occupancy.Stay::end).max(LocalDate::compareTo).orElse(today);
    if (!last.isAfter(today)) {
      return;
    }
    List<LocalDate> overfull =
        new Occupancy(new Nights(today, last), stays).above(after.id(), after.maxCapacity());
    if (!overfull.isEmpty()) {
      Text why =
          Text.of(
              "accommodation.booked",
              after.maxCapacity(),
              overfull.subList(0, Math.min(overfull.size(), 5)));
      throw Refusal.conflict("maxCapacity", why, overfull);
    }
  }
}
