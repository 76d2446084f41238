package family.garden.booking;

import family.garden.access.Identity;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
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
 * Bookings for letters and calendars, which the server writes without a caller: only {@link #get}
 * checks who may read them.
 */
@Singleton
public final class Stays {
  /** More than a person stays in the years that bookings reach. */
  private static final int MOST = 1000;

  private final Database database;
  private final BookingStore bookings;
  private final StayStore store;
  private final Clock clock;

  Stays(Database database, BookingStore bookings, StayStore store, Clock clock) {
    this.database = database;
    this.bookings = bookings;
    this.store = store;
    this.clock = clock;
  }

  /** Those of {@code ids} that are bookings of this garden, whatever their status. */
  public Set<UUID> known(Handle handle, Collection<UUID> ids) {
    return store.known(handle, ids);
  }

  /**
   * A booking for a caller.
   *
   * @throws Refusal 404; 403 if it is not the caller's and the caller is no administrator
   */
  public Booking get(Identity caller, UUID id) {
    Booking booking =
        database.withHandle(handle -> find(handle, id)).orElseThrow(Refusal::notFound);
    Bookings.refuseUnlessTheirs(caller, booking);
    return booking;
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
