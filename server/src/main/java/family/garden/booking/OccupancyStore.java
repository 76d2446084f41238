package family.garden.booking;

import family.garden.booking.Occupancy.Stay;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Who holds which bed, read from the bookings that count: pending and accepted ones. */
@Singleton
final class OccupancyStore {
  /**
   * Overlap, as a range of one index: a booking that reaches into the nights began before their
   * end, and not longer ago than the longest stay (a constraint holds it to 30).
   */
  static final String OVERLAPS =
      """
      b.status IN ('Pending', 'Accepted')
      AND b.start_date < :end AND b.start_date > CAST(:start AS date) - 30 AND b.end_date > :start
      """;

  private static final String STAYS =
      """
      SELECT i.accommodation_id, b.start_date, b.end_date, i.person_count
      FROM booking b JOIN booking_item i ON i.booking_id = b.id
      WHERE
      """;

  private static final String OVERLAPPING_OTHERS =
      STAYS + "(CAST(:except AS uuid) IS NULL OR b.id <> :except) AND " + OVERLAPS;

  private final BlockedStore blocked;

  OccupancyStore(BlockedStore blocked) {
    this.blocked = blocked;
  }

  /** Who sleeps anywhere in the garden and what is blocked, without the beds of one booking. */
  Occupancy over(Handle handle, Nights nights, @Nullable UUID except) {
    return over(handle, nights, stays(handle, nights, except), except);
  }

  /** The same, of some accommodations. */
  Occupancy over(
      Handle handle, Nights nights, Collection<UUID> accommodations, @Nullable UUID except) {
    return over(handle, nights, stays(handle, nights, accommodations, except), except);
  }

  private Occupancy over(Handle handle, Nights nights, List<Stay> stays, @Nullable UUID except) {
    List<Blocked> closed = blocked.over(handle, nights);
    boolean mayKeep = except != null && !closed.isEmpty();
    return new Occupancy(nights, stays, closed, mayKeep ? staysOf(handle, except) : List.of());
  }

  private static List<Stay> staysOf(Handle handle, @Nullable UUID booking) {
    return handle
        .createQuery(STAYS + "b.id = :booking AND b.status IN ('Pending', 'Accepted')")
        .bind("booking", booking)
        .map((row, context) -> stay(row))
        .list();
  }

  /** Stays anywhere in the garden, without those of one booking. */
  List<Stay> stays(Handle handle, Nights nights, @Nullable UUID except) {
    return overlapping(handle.createQuery(OVERLAPPING_OTHERS), nights, except);
  }

  /** Stays in some accommodations, without those of one booking. */
  List<Stay> stays(
      Handle handle, Nights nights, Collection<UUID> accommodations, @Nullable UUID except) {
    String sql = OVERLAPPING_OTHERS + " AND i.accommodation_id = ANY(:accommodations)";
    return overlapping(
        handle.createQuery(sql).bindArray("accommodations", UUID.class, accommodations),
        nights,
        except);
  }

  private static List<Stay> overlapping(Query query, Nights nights, @Nullable UUID except) {
    return query
        .bind("except", except)
        .bind("start", nights.start())
        .bind("end", nights.end())
        .map((row, context) -> stay(row))
        .list();
  }

  /** Stays in one accommodation from {@code today} on. */
  List<Stay> staysFrom(Handle handle, UUID accommodationId, LocalDate today) {
    return handle
        .createQuery(
            STAYS
                + """
                i.accommodation_id = :accommodation AND b.status IN ('Pending', 'Accepted')
                AND b.end_date > :today
                """)
        .bind("accommodation", accommodationId)
        .bind("today", today)
        .map((row, context) -> stay(row))
        .list();
  }

  private static Stay stay(ResultSet row) throws SQLException {
    return new Stay(
        row.getObject("accommodation_id", UUID.class),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        row.getInt("person_count"));
  }
}
