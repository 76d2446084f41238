package family.garden.booking;

import com.fasterxml.jackson.core.type.TypeReference;
import family.garden.booking.BookingEvent.Change;
import family.garden.booking.BookingEvent.Kind;
import family.garden.occupancy.Nights;
import family.garden.platform.database.StoredJson;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Bookings in the database: read and written one at a time. */
@Singleton
final class BookingStore {
  static final String BOOKING =
      """
      SELECT b.id, b.member_id, m.first_name, m.last_name, m.status = 'Erased' AS erased,
             b.guest_name, b.start_date, b.end_date, b.notes, b.status, b.created_at,
             b.updated_at, b.version,
             (SELECT json_agg(json_build_object(
                         'sleepingAccommodationId', i.accommodation_id,
                         'sleepingAccommodationName', a.name,
                         'personCount', i.person_count) ORDER BY a.name, a.id)
              FROM booking_item i JOIN accommodation a ON a.id = i.accommodation_id
              WHERE i.booking_id = b.id) AS items
      FROM booking b JOIN member m ON m.id = b.member_id
      """;

  private static final TypeReference<List<Booking.Item>> ITEMS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};

  private final StoredJson json;

  BookingStore(StoredJson json) {
    this.json = json;
  }

  Optional<Booking> find(Handle handle, UUID id, LocalDate today) {
    return handle
        .createQuery(BOOKING + "WHERE b.id = :id")
        .bind("id", id)
        .map((row, context) -> booking(row, today))
        .findOne();
  }

  /** Like {@link #find}, and nobody else changes this booking until the transaction ends. */
  Optional<Booking> findForUpdate(Handle handle, UUID id, LocalDate today) {
    boolean locked =
        handle
            .createQuery("SELECT true FROM booking WHERE id = :id FOR NO KEY UPDATE")
            .bind("id", id)
            .mapTo(Boolean.class)
            .findOne()
            .isPresent();
    // Read after the lock is held: a transaction that had to wait must see what the other one
    // wrote.
    return locked ? find(handle, id, today) : Optional.empty();
  }

  /**
   * Locks a member's accepted bookings that have not begun and the pending ones that are not over:
   * nobody else changes them until the transaction ends.
   */
  List<UUID> lockAhead(Handle handle, UUID memberId, LocalDate today) {
    return handle
        .createQuery(
            """
            SELECT id FROM booking WHERE member_id = :member
                AND (status = 'Accepted' AND start_date >= :today
                    OR status = 'Pending' AND end_date > :today)
            ORDER BY id FOR NO KEY UPDATE
            """)
        .bind("member", memberId)
        .bind("today", today)
        .mapTo(UUID.class)
        .list();
  }

  /** Writes a new booking, its beds and the first line of its history. */
  void add(Handle handle, UUID id, Owner owner, UUID actorId, Plan plan, Instant now) {
    handle
        .createUpdate(
            """
            WITH added AS (
                INSERT INTO booking (id, member_id, guest_name, start_date, end_date, notes, status,
                                     created_at, updated_at)
                VALUES (:id, :member, :guest, :start, :end, :notes, 'Pending', :now, :now)
            ), items AS (
                INSERT INTO booking_item (booking_id, accommodation_id, person_count)
                SELECT :id, * FROM unnest(:accommodations, :persons)
            )
            INSERT INTO booking_event (booking_id, at, actor_id, kind)
            VALUES (:id, :now, :actor, 'Created')
            """)
        .bind("id", id)
        .bind("member", owner.memberId())
        .bind("guest", owner.guestName())
        .bind("actor", actorId)
        .bind("start", plan.nights().start())
        .bind("end", plan.nights().end())
        .bind("notes", plan.notes())
        .bind("now", now)
        .bindArray("accommodations", UUID.class, plan.persons().keySet())
        .bindArray("persons", Integer.class, plan.persons().values())
        .execute();
  }

  /** Writes new dates, beds and notes, and that they changed. */
  void change(Handle handle, UUID id, Plan plan, BookingStatus status, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE booking SET start_date = :start, end_date = :end, notes = :notes,
                   status = :status, version = version + 1, updated_at = :now
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("start", plan.nights().start())
        .bind("end", plan.nights().end())
        .bind("notes", plan.notes())
        .bind("status", status.name())
        .bind("now", now)
        .execute();
    handle.execute("DELETE FROM booking_item WHERE booking_id = ?", id);
    handle
        .createUpdate(
            """
            INSERT INTO booking_item (booking_id, accommodation_id, person_count)
            SELECT :id, * FROM unnest(:accommodations, :persons)
            """)
        .bind("id", id)
        .bindArray("accommodations", UUID.class, plan.persons().keySet())
        .bindArray("persons", Integer.class, plan.persons().values())
        .execute();
  }

  void setStatus(Handle handle, UUID id, BookingStatus status, Instant now) {
    handle.execute(
        "UPDATE booking SET status = ?, version = version + 1, updated_at = ? WHERE id = ?",
        status.name(),
        now,
        id);
  }

  void addEvent(
      Handle handle,
      UUID id,
      UUID actorId,
      Kind kind,
      @Nullable String reason,
      Map<String, Change> changes,
      Instant now) {
    handle.execute(
        """
        INSERT INTO booking_event (booking_id, at, actor_id, kind, reason, changes)
        VALUES (?, ?, ?, ?, ?, ?::jsonb)
        """,
        id,
        now,
        actorId,
        kind.name(),
        reason,
        json.write(changes));
  }

  List<BookingEvent> history(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT e.at, m.first_name || ' ' || m.last_name AS name, m.status = 'Erased' AS erased,
                   e.kind, e.reason, e.changes
            FROM booking_event e JOIN member m ON m.id = e.actor_id
            WHERE e.booking_id = :id ORDER BY e.id
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new BookingEvent(
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("erased") ? null : row.getString("name"),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("reason"),
                    json.read(row.getString("changes"), CHANGES)))
        .list();
  }

  /** Deletes what a member wrote in their bookings, also names; the nights and beds stay. */
  void forgetNotes(Handle handle, UUID memberId) {
    handle.execute(
        """
        UPDATE booking_event SET changes = changes - 'notes'
        WHERE booking_id IN (SELECT id FROM booking WHERE member_id = ?)
        """,
        memberId);
    handle.execute(
        "UPDATE booking SET notes = NULL, guest_name = NULL WHERE member_id = ?", memberId);
    handle.execute("DELETE FROM idempotency_key WHERE member_id = ?", memberId);
  }

  Booking booking(ResultSet row, LocalDate today) throws SQLException {
    boolean erased = row.getBoolean("erased");
    LocalDate start = row.getObject("start_date", LocalDate.class);
    LocalDate end = row.getObject("end_date", LocalDate.class);
    return new Booking(
        row.getObject("id", UUID.class),
        erased ? null : row.getObject("member_id", UUID.class),
        erased ? null : row.getString("first_name") + " " + row.getString("last_name"),
        erased ? null : row.getString("guest_name"),
        start,
        end,
        row.getString("notes"),
        BookingStatus.valueOf(row.getString("status")).asOf(today, new Nights(start, end)),
        json.read(row.getString("items"), ITEMS),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getInt("version"));
  }
}
