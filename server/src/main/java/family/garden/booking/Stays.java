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

/** Bookings for those who tell of them outside: nobody is asked whether they may know. */
@Singleton
public final class Stays {
  /** More than a person stays in the years that bookings reach. */
  private static final int MOST = 1000;

  private final BookingStore store;
  private final Clock clock;

  Stays(BookingStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Those of {@code ids} that are bookings here, whatever became of them. */
  public Set<UUID> known(Handle handle, Collection<UUID> ids) {
    return Set.copyOf(
        handle
            .createQuery("SELECT id FROM booking WHERE id = ANY(:ids)")
            .bindArray("ids", UUID.class, ids)
            .mapTo(UUID.class)
            .list());
  }

  public Optional<Booking> find(Handle handle, UUID id) {
    return store.find(handle, id, LocalDate.now(clock));
  }

  /**
   * What a person has asked for or been accepted for, latest first; 1000 at the most.
   *
   * @param since stays that ended before it are left out
   */
  public List<Booking> of(Handle handle, UUID memberId, LocalDate since) {
    LocalDate today = LocalDate.now(clock);
    return handle
        .createQuery(
            BookingStore.BOOKING
                + """
                WHERE b.member_id = :member AND b.status IN ('Pending', 'Accepted')
                AND b.end_date >= :since ORDER BY b.start_date DESC, b.id LIMIT :most
                """)
        .bind("member", memberId)
        .bind("since", since)
        .bind("most", MOST)
        .map((row, context) -> store.booking(row, today))
        .list();
  }
}
