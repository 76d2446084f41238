package family.garden.occupancy;

import family.garden.occupancy.Occupancy.Stay;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Which beds are taken: by pending and accepted bookings, and by offers that hold beds for a
 * member.
 */
@Singleton
public final class OccupancyStore {
  /**
   * Overlap, as a range of one index: a booking that reaches into the nights began before their
   * end, and not longer ago than the longest stay (which a constraint limits to 30 nights).
   */
  public static final String OVERLAPS =
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

  private static final String HELD =
      """
      SELECT h.accommodation_id, h.start_date, h.end_date, h.person_count
      FROM held_bed h
      WHERE h.held_until > :now AND
      """;

  private static final String OTHERS =
      STAYS
          + "(CAST(:except AS uuid) IS NULL OR b.id <> :except) AND "
          + OVERLAPS
          + "%1$s UNION ALL "
          + HELD
          + """
           h.member_id IS DISTINCT FROM CAST(:holder AS uuid)
          AND h.start_date < :end AND h.end_date > :start
          """
          + "%1$s";

  private static final String ANYWHERE = OTHERS.formatted("");
  private static final String SOMEWHERE =
      OTHERS.formatted(" AND accommodation_id = ANY(:accommodations)");

  private final BlockedStore blocked;
  private final Clock clock;

  OccupancyStore(BlockedStore blocked, Clock clock) {
    this.blocked = blocked;
    this.clock = clock;
  }

  /** What is taken and blocked anywhere in the garden. */
  Occupancy over(Handle handle, Nights nights, Own own) {
    return over(handle, nights, stays(handle, nights, own), own);
  }

  /** The same, of some accommodations. */
  public Occupancy over(Handle handle, Nights nights, Collection<UUID> accommodations, Own own) {
    return over(handle, nights, stays(handle, nights, accommodations, own), own);
  }

  private Occupancy over(Handle handle, Nights nights, List<Stay> stays, Own own) {
    List<Blocked> closed = blocked.over(handle, nights);
    UUID edited = closed.isEmpty() ? null : own.booking();
    return new Occupancy(
        nights, stays, closed, edited == null ? List.of() : staysOf(handle, edited));
  }

  private static List<Stay> staysOf(Handle handle, UUID booking) {
    return handle
        .createQuery(STAYS + "b.id = :booking AND b.status IN ('Pending', 'Accepted')")
        .bind("booking", booking)
        .map((row, context) -> stay(row))
        .list();
  }

  /**
   * The version of all free beds, as this member sees them; empty in a garden without beds. A hold
   * that ends changes no row, so the version counts those that have not ended: between two changes
   * they end in one order.
   */
  Optional<String> version(Handle handle, UUID member) {
    return handle
        .createQuery(
            """
            SELECT sum(occupancy_version) || coalesce(
                       (SELECT '+' || count(*) || CASE WHEN bool_or(member_id = :member)
                                                       THEN '+' || CAST(:member AS uuid) ELSE '' END
                        FROM waiting
                        WHERE held_until > :now AND booking_id IS NULL HAVING count(*) > 0), '')
            FROM accommodation
            """)
        .bind("member", member)
        .bind("now", clock.instant())
        .mapTo(String.class)
        .findOne();
  }

  /** Stays anywhere in the garden. */
  List<Stay> stays(Handle handle, Nights nights, Own own) {
    return overlapping(handle.createQuery(ANYWHERE), nights, own);
  }

  /** Stays in some accommodations. */
  public List<Stay> stays(Handle handle, Nights nights, Collection<UUID> accommodations, Own own) {
    return overlapping(
        handle.createQuery(SOMEWHERE).bindArray("accommodations", UUID.class, accommodations),
        nights,
        own);
  }

  private List<Stay> overlapping(Query query, Nights nights, Own own) {
    return query
        .bind("except", own.booking())
        .bind("holder", own.member())
        .bind("now", clock.instant())
        .bind("start", nights.start())
        .bind("end", nights.end())
        .map((row, context) -> stay(row))
        .list();
  }

  /** Stays in one accommodation from {@code today} on. */
  public List<Stay> staysFrom(Handle handle, UUID accommodationId, LocalDate today) {
    return handle
        .createQuery(
            STAYS
                + """
                i.accommodation_id = :accommodation AND b.status IN ('Pending', 'Accepted')
                AND b.end_date > :today
                UNION ALL
                """
                + HELD
                + " h.accommodation_id = :accommodation AND h.end_date > :today")
        .bind("accommodation", accommodationId)
        .bind("today", today)
        .bind("now", clock.instant())
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
