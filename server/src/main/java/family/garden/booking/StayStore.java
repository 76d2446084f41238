package family.garden.booking;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Bookings in the database: those of one member, and which identities are bookings at all. */
@Singleton
final class StayStore {
  private final BookingStore bookings;

  StayStore(BookingStore bookings) {
    this.bookings = bookings;
  }

  /** Those of {@code ids} that are bookings, whatever their status. */
  Set<UUID> known(Handle handle, Collection<UUID> ids) {
    return Set.copyOf(
        handle
            .createQuery("SELECT id FROM booking WHERE id = ANY(:ids)")
            .bindArray("ids", UUID.class, ids)
            .mapTo(UUID.class)
            .list());
  }

  /**
   * The pending and accepted bookings of a member, latest first.
   *
   * @param since bookings that ended before it are left out
   * @param today what the status of each refers to
   * @param most how many at the most
   */
  List<Booking> of(Handle handle, UUID memberId, LocalDate since, LocalDate today, int most) {
    return handle
        .createQuery(
            BookingStore.BOOKING
                + """
                WHERE b.member_id = :member AND b.status IN ('Pending', 'Accepted')
                AND b.end_date >= :since ORDER BY b.start_date DESC, b.id LIMIT :most
                """)
        .bind("member", memberId)
        .bind("since", since)
        .bind("most", most)
        .map((row, context) -> bookings.booking(row, today))
        .list();
  }
}
