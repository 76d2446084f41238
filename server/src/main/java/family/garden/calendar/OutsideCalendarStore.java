package family.garden.calendar;

import family.garden.access.Vault;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Outside calendars in the database; their addresses rest sealed. */
@Singleton
final class OutsideCalendarStore {
  private static final String CALENDAR =
      """
      SELECT id, name, sealed_url, last_fetched_at, last_error, last_status,
             (SELECT count(*) FROM blocked_range b WHERE b.calendar_id = c.id) AS ranges
      FROM outside_calendar c
      """;

  /** More than copies of the service differ in what time they think it is. */
  private static final Duration LATE = Duration.ofHours(1);

  private final Vault vault;

  OutsideCalendarStore(Vault vault) {
    this.vault = vault;
  }

  /**
   * @param url empty where it was sealed under another secret and cannot be read any more
   * @param lastStatus the HTTP status that goes with the last error; 0 for none
   */
  record Kept(
      UUID id,
      String name,
      Optional<String> url,
      @Nullable Instant lastFetchedAt,
      Trouble.@Nullable Kind lastError,
      int lastStatus,
      int ranges) {}

  List<Kept> all(Handle handle) {
    return handle.createQuery(CALENDAR + "ORDER BY name, id").map(this::kept).list();
  }

  Optional<Kept> find(Handle handle, UUID id) {
    return handle.createQuery(CALENDAR + "WHERE id = :id").bind("id", id).map(this::kept).findOne();
  }

  /** Like {@link #find}, and nobody else changes or removes it until the transaction ends. */
  Optional<Kept> findForUpdate(Handle handle, UUID id) {
    return handle
        .createQuery(CALENDAR + "WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map(this::kept)
        .findOne();
  }

  /** Adds a calendar unless there are {@code most}: false then. */
  boolean add(Handle handle, UUID id, String name, String url, Instant now, int most) {
    return handle
            .createUpdate(
                """
                INSERT INTO outside_calendar (id, name, sealed_url, created_at, next_fetch)
                SELECT :id, :name, :url, :now, :now
                WHERE (SELECT count(*) FROM outside_calendar) < :most
                """)
            .bind("id", id)
            .bind("name", name)
            .bind("url", vault.seal(url))
            .bind("now", now)
            .bind("most", most)
            .execute()
        == 1;
  }

  void remove(Handle handle, UUID id) {
    handle.execute("DELETE FROM outside_calendar WHERE id = ?", id);
  }

  /**
   * The next calendar that is due; it is not due again before {@code next}. One that is due long
   * after that was read while the clock was ahead.
   */
  Optional<UUID> claimDue(Handle handle, Instant now, Instant next) {
    return handle
        .createQuery(
            """
            UPDATE outside_calendar SET next_fetch = :next
            WHERE id = (SELECT id FROM outside_calendar
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
        UPDATE outside_calendar SET last_fetched_at = ?, last_error = NULL, last_status = NULL,
               next_fetch = ?
        WHERE id = ?
        """,
        now,
        next,
        id);
  }

  void failed(Handle handle, UUID id, Trouble why, Instant next) {
    handle.execute(
        "UPDATE outside_calendar SET last_error = ?, last_status = ?, next_fetch = ? WHERE id = ?",
        why.kind().name(),
        why.status(),
        next,
        id);
  }

  private Kept kept(ResultSet row, StatementContext context) throws SQLException {
    Timestamp fetched = row.getTimestamp("last_fetched_at");
    String error = row.getString("last_error");
    return new Kept(
        row.getObject("id", UUID.class),
        row.getString("name"),
        vault.openIfOurs(row.getBytes("sealed_url")),
        fetched == null ? null : fetched.toInstant(),
        error == null ? null : Trouble.Kind.valueOf(error),
        row.getInt("last_status"),
        row.getInt("ranges"));
  }
}
