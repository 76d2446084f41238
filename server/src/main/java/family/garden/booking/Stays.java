package family.garden.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Bookings for letters and calendars, which the server writes without a caller: nothing here checks
 * who may read them.
 */
@Singleton
public final class Stays {
  /** More than a person stays in the years that bookings reach. */
  private static final int MOST = 1000;

  private final BookingStore bookings;
  private final StayStore store;
  private final Clock clock;

  Stays(BookingStore bookings, StayStore store, Clock clock) {
    this.bookings = bookings;
    this.store = store;
    this.clock = clock;
  }

  /** Those of {@code ids} that are bookings of this garden, whatever their status. */
  public Set<UUID> known(Handle handle, Collection<UUID> ids) {
    return store.known(handle, ids);
  }

  public Optional<Booking> find(Handle handle, UUID id) {
    return bookings.find(handle, id, LocalDate.now(clock));
  }

  /**
   * A member's pending and accepted bookings, latest first; 1000 at the most.
   *
   * @param since bookings that ended before it are left out
   */
  public List<Booking> of(Handle handle, UUID memberId, LocalDate since) {
    return store.of(handle, memberId, since, LocalDate.now(clock), MOST);
  }
}
