package family.garden.waiting;

import family.garden.accommodation.AccommodationStore;
import family.garden.booking.BedCheck;
import family.garden.occupancy.Own;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Offers free beds to members who wait, and takes back offers that were not answered. The beds of
 * an offer count as taken for everybody else, both in the check of a booking and in what is shown.
 */
@Singleton
final class Offers {
  static final Duration TIME_TO_ANSWER = Duration.ofHours(24);

  private final WaitingStore store;
  private final BedCheck beds;
  private final AccommodationStore accommodations;
  private final Event<WaitingEvent> events;
  private final Clock clock;

  Offers(
      WaitingStore store,
      BedCheck beds,
      AccommodationStore accommodations,
      Event<WaitingEvent> events,
      Clock clock) {
    this.store = store;
    this.beds = beds;
    this.accommodations = accommodations;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Offers beds to the first member whose whole wish fits, then to the next for whom enough is
   * left. All accommodations must be locked.
   *
   * @param inLine in the order they came
   */
  void offer(Handle handle, List<WaitingEntry> inLine) {
    for (WaitingEntry entry : inLine) {
      if (fits(handle, entry)) {
        store.hold(handle, entry.id(), until(entry));
        accommodations.touch(handle, entry.plan().persons().keySet());
        events.fire(new WaitingEvent.Offered(handle, store.find(handle, entry.id()).orElseThrow()));
      }
    }
  }

  /** Whether all beds of this wish are free: neither booked nor held. */
  boolean fits(Handle handle, WaitingEntry entry) {
    Violations found = new Violations();
    beds.look(handle, entry.plan(), Set.of(), Own.NOTHING, found);
    return found.isEmpty();
  }

  private Instant until(WaitingEntry entry) {
    Instant deadline = clock.instant().plus(TIME_TO_ANSWER).truncatedTo(ChronoUnit.SECONDS);
    Instant arrival = entry.startDate().atStartOfDay(clock.getZone()).toInstant();
    return deadline.isBefore(arrival) ? deadline : arrival;
  }

  /**
   * Takes back every offer that was not answered in time, and makes the next ones. All
   * accommodations must be locked. A lapsed offer blocks nobody even before this is called: only
   * the letter and the next in line wait for the call.
   */
  void lapse(Handle handle) {
    for (WaitingEntry entry : store.lapsed(handle)) {
      accommodations.touch(handle, entry.plan().persons().keySet());
      events.fire(new WaitingEvent.Lapsed(handle, entry));
      offer(handle, store.inLine(handle, entry.plan().persons().keySet()));
    }
    store.removePast(handle);
  }
}
