package family.garden.waiting;

import com.fasterxml.jackson.core.type.TypeReference;
import family.garden.booking.Booking;
import family.garden.booking.Plan;
import family.garden.occupancy.Nights;
import family.garden.platform.database.StoredJson;
import family.garden.waiting.WaitingEntry.Status;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The waiting list in the database. A caller that writes an entry has locked all of its
 * accommodations, or all that there are.
 */
@Singleton
final class WaitingStore {
  private static final String ENTRY =
      """
      SELECT w.id, w.member_id, m.first_name || ' ' || m.last_name AS name, w.start_date,
             w.end_date, w.notes, w.held_until, w.created_at, w.booking_id,
             (SELECT count(*) + 1 FROM waiting o
              WHERE o.booking_id IS NULL AND o.start_date > :today
                AND (o.held_until IS NULL OR o.held_until > :now)
                AND (o.created_at, o.id) < (w.created_at, w.id)
                AND o.start_date < w.end_date AND o.end_date > w.start_date
                AND EXISTS (SELECT FROM waiting_item a JOIN waiting_item b USING (accommodation_id)
                            WHERE a.waiting_id = o.id AND b.waiting_id = w.id)) AS position,
             (SELECT json_agg(json_build_object(
                         'sleepingAccommodationId', i.accommodation_id,
                         'sleepingAccommodationName', a.name,
                         'personCount', i.person_count) ORDER BY a.name, a.id)
              FROM waiting_item i JOIN accommodation a ON a.id = i.accommodation_id
              WHERE i.waiting_id = w.id) AS items
      FROM waiting w JOIN member m ON m.id = w.member_id
      """;

  /** An entry ends when the day of arrival begins, for then no offer can be answered any more. */
  private static final String CURRENT = " WHERE w.start_date > :today AND w.booking_id IS NULL";

  private static final String IN_LINE = CURRENT + " AND w.held_until IS NULL";
  private static final String FIRST_COME = " ORDER BY w.created_at, w.id";

  private static final TypeReference<List<Booking.Item>> ITEMS = new TypeReference<>() {};

  private final StoredJson json;
  private final Clock clock;

  WaitingStore(StoredJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Optional<WaitingEntry> find(Handle handle, UUID id) {
    return bound(handle, ENTRY + "WHERE w.start_date > :today AND w.id = :id")
        .bind("id", id)
        .map((row, context) -> entry(row))
        .findOne();
  }

  /** All that wait, were offered beds, or let an offer lapse; of one member, or of all for null. */
  List<WaitingEntry> list(Handle handle, @Nullable UUID memberId) {
    String whose = " AND (CAST(:member AS uuid) IS NULL OR w.member_id = :member)";
    return bound(handle, ENTRY + CURRENT + whose + FIRST_COME)
        .bind("member", memberId)
        .map((row, context) -> entry(row))
        .list();
  }

  /** All that wait for an offer, first come first. */
  List<WaitingEntry> inLine(Handle handle) {
    return bound(handle, ENTRY + IN_LINE + FIRST_COME).map((row, context) -> entry(row)).list();
  }

  /** Those of {@link #inLine} who want a bed in one of the places. */
  List<WaitingEntry> inLine(Handle handle, Collection<UUID> places) {
    String there =
        """
         AND EXISTS (SELECT FROM waiting_item i
                     WHERE i.waiting_id = w.id AND i.accommodation_id = ANY(:places))
        """;
    return bound(handle, ENTRY + IN_LINE + there + FIRST_COME)
        .bindArray("places", UUID.class, places)
        .map((row, context) -> entry(row))
        .list();
  }

  /** Entries of a member for whom beds are held on some of these nights in some of the places. */
  List<UUID> heldFor(Handle handle, UUID memberId, Nights nights, Collection<UUID> places) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT waiting_id FROM held_bed
            WHERE member_id = :member AND held_until > :now AND accommodation_id = ANY(:places)
              AND start_date < :end AND end_date > :start
            """)
        .bind("member", memberId)
        .bind("now", clock.instant())
        .bindArray("places", UUID.class, places)
        .bind("start", nights.start())
        .bind("end", nights.end())
        .mapTo(UUID.class)
        .list();
  }

  void add(Handle handle, UUID id, UUID memberId, Plan plan, Instant now) {
    handle
        .createUpdate(
            """
            WITH added AS (
                INSERT INTO waiting (id, member_id, start_date, end_date, notes, created_at)
                VALUES (:id, :member, :start, :end, :notes, :now)
            )
            INSERT INTO waiting_item (waiting_id, accommodation_id, person_count)
            SELECT :id, * FROM unnest(:accommodations, :persons)
            """)
        .bind("id", id)
        .bind("member", memberId)
        .bind("start", plan.nights().start())
        .bind("end", plan.nights().end())
        .bind("notes", plan.notes())
        .bind("now", now)
        .bindArray("accommodations", UUID.class, plan.persons().keySet())
        .bindArray("persons", Integer.class, plan.persons().values())
        .execute();
  }

  /** Holds the beds of an entry; they count as taken from now on. */
  void hold(Handle handle, UUID id, Instant until) {
    handle.execute("UPDATE waiting SET held_until = ? WHERE id = ?", until, id);
  }

  /** Notes that the offer became this booking; nothing is held any more. */
  void book(Handle handle, UUID id, UUID bookingId) {
    handle.execute("UPDATE waiting SET booking_id = ? WHERE id = ?", bookingId, id);
  }

  void remove(Handle handle, UUID id) {
    handle.execute("DELETE FROM waiting WHERE id = ?", id);
  }

  void removeAll(Handle handle, UUID memberId) {
    handle.execute("DELETE FROM waiting WHERE member_id = ?", memberId);
  }

  /** Whether {@link #lapsed} or {@link #removePast} would find anything. */
  boolean isAnyDue(Handle handle) {
    return bound(
            handle,
            """
            SELECT EXISTS (SELECT FROM waiting WHERE start_date <= :today)
                OR EXISTS (SELECT FROM waiting
                           WHERE held_until <= :now AND NOT lapse_notified AND booking_id IS NULL)
            """)
        .mapTo(Boolean.class)
        .one();
  }

  /** Returns the entries whose offer has lapsed since the last call, and marks them as notified. */
  List<WaitingEntry> lapsed(Handle handle) {
    List<WaitingEntry> lapsed =
        bound(
                handle,
                ENTRY
                    + """
                    WHERE w.held_until <= :now AND NOT w.lapse_notified AND w.booking_id IS NULL
                    """
                    + FIRST_COME)
            .map((row, context) -> entry(row))
            .list();
    lapsed.forEach(
        entry ->
            handle.execute("UPDATE waiting SET lapse_notified = true WHERE id = ?", entry.id()));
    return lapsed;
  }

  void removePast(Handle handle) {
    handle.execute("DELETE FROM waiting WHERE start_date <= ?", LocalDate.now(clock));
  }

  private Query bound(Handle handle, String sql) {
    return handle.createQuery(sql).bind("today", LocalDate.now(clock)).bind("now", clock.instant());
  }

  private WaitingEntry entry(ResultSet row) throws SQLException {
    Timestamp heldUntil = row.getTimestamp("held_until");
    Instant offered = heldUntil == null ? null : heldUntil.toInstant();
    UUID booking = row.getObject("booking_id", UUID.class);
    Status status = status(offered, booking);
    return new WaitingEntry(
        row.getObject("id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getString("name"),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        row.getString("notes"),
        status,
        offered,
        status == Status.Lapsed ? null : row.getInt("position"),
        json.read(row.getString("items"), ITEMS),
        row.getTimestamp("created_at").toInstant(),
        booking);
  }

  private Status status(@Nullable Instant offered, @Nullable UUID booking) {
    if (booking != null) {
      return Status.Booked;
    }
    if (offered == null) {
      return Status.Waiting;
    }
    return offered.isAfter(clock.instant()) ? Status.Offered : Status.Lapsed;
  }
}
