package family.garden.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import family.garden.access.Vault;
import family.garden.platform.database.StoredJson;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** External calendars in the database; their addresses are stored sealed. */
@Singleton
final class ExternalCalendarStore {
  private static final String CALENDAR =
      """
      SELECT id, name, sealed_url, last_fetched_at, last_error, last_status,
             events_read, skipped, skips_not_available,
             (SELECT count(*) FROM blocked_range b WHERE b.calendar_id = c.id) AS ranges,
             (SELECT greatest(min(b.start_date), :today) FROM blocked_range b
              WHERE b.calendar_id = c.id AND b.end_date > :today
              HAVING count(*) > 0) AS next_blocked
      FROM external_calendar c
      """;

  /** More than the clocks of the copies of the service differ. */
  private static final Duration LATE = Duration.ofHours(1);

  private final Vault vault;
  private final StoredJson json;
  private final Clock clock;

  ExternalCalendarStore(Vault vault, StoredJson json, Clock clock) {
    this.vault = vault;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param url empty where it was sealed under another secret and cannot be read any more
   * @param lastStatus the HTTP status that goes with the last error; 0 for none
   */
  record StoredCalendar(
      UUID id,
      String name,
      Optional<String> url,
      @Nullable Instant lastFetchedAt,
      CalendarException.@Nullable Kind lastError,
      int lastStatus,
      int ranges,
      @Nullable LocalDate nextBlocked,
      @Nullable Integer eventsRead,
      List<Skip> skipped,
      boolean skipsNotAvailable) {}

  List<StoredCalendar> all(Handle handle) {
    return query(handle, "ORDER BY name, id").map(this::calendar).list();
  }

  Optional<StoredCalendar> find(Handle handle, UUID id) {
    return query(handle, "WHERE id = :id").bind("id", id).map(this::calendar).findOne();
  }

  /** Like {@link #find}, and nobody else changes or removes it until the transaction ends. */
  Optional<StoredCalendar> findForUpdate(Handle handle, UUID id) {
    return query(handle, "WHERE id = :id FOR UPDATE").bind("id", id).map(this::calendar).findOne();
  }

  private Query query(Handle handle, String which) {
    return handle.createQuery(CALENDAR + which).bind("today", LocalDate.now(clock));
  }

  /** Adds a calendar unless there are {@code most}: false then. */
  boolean add(
      Handle handle,
      UUID id,
      String name,
      String url,
      boolean skipsNotAvailable,
      Instant now,
      int most) {
    return handle
            .createUpdate(
                """
                INSERT INTO external_calendar
                       (id, name, sealed_url, skips_not_available, created_at, next_fetch)
                SELECT :id, :name, :url, :skips, :now, :now
                WHERE (SELECT count(*) FROM external_calendar) < :most
                """)
            .bind("id", id)
            .bind("name", name)
            .bind("url", vault.seal(url))
            .bind("skips", skipsNotAvailable)
            .bind("now", now)
            .bind("most", most)
            .execute()
        == 1;
  }

  void remove(Handle handle, UUID id) {
    handle.execute("DELETE FROM external_calendar WHERE id = ?", id);
  }

  /**
   * The next calendar that is due; it is not due again before {@code next}. Also returns a calendar
   * that a clock which ran ahead scheduled too late.
   */
  Optional<UUID> claimDue(Handle handle, Instant now, Instant next) {
    return handle
        .createQuery(
            """
            UPDATE external_calendar SET next_fetch = :next
            WHERE id = (SELECT id FROM external_calendar
                        WHERE next_fetch <= :now OR next_fetch > :late
                        ORDER BY next_fetch LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """)
        .bind("now", now)
        .bind("next", next)
        .bind("late", next.plus(LATE))
        .mapTo(UUID.class)
        .findOne();
  }

  void fetched(Handle handle, UUID id, Instant now, Instant next) {
    handle.execute(
        """
        UPDATE external_calendar SET last_fetched_at = ?, last_error = NULL, last_status = NULL,
               next_fetch = ?
        WHERE id = ?
        """,
        now,
        next,
        id);
  }

  void failed(Handle handle, UUID id, CalendarException why, Instant next) {
    handle.execute(
        "UPDATE external_calendar SET last_error = ?, last_status = ?, next_fetch = ? WHERE id = ?",
        why.kind().name(),
        why.status(),
        next,
        id);
  }

  /** Notes what was read, and what was not. */
  void report(Handle handle, UUID id, Reading reading) {
    handle.execute(
        "UPDATE external_calendar SET events_read = ?, skipped = CAST(? AS jsonb) WHERE id = ?",
        reading.read(),
        json.write(reading.skipped()),
        id);
  }

  private StoredCalendar calendar(ResultSet row, StatementContext context) throws SQLException {
    Timestamp fetched = row.getTimestamp("last_fetched_at");
    String error = row.getString("last_error");
    return new StoredCalendar(
        row.getObject("id", UUID.class),
        row.getString("name"),
        vault.openIfOurs(row.getBytes("sealed_url")),
        fetched == null ? null : fetched.toInstant(),
        error == null ? null : CalendarException.Kind.valueOf(error),
        row.getInt("last_status"),
        row.getInt("ranges"),
        row.getObject("next_blocked", LocalDate.class),
        row.getObject("events_read", Integer.class),
        json.read(row.getString("skipped"), new TypeReference<>() {}),
        row.getBoolean("skips_not_available"));
  }
}
