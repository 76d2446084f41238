package family.garden.access;

import family.garden.access.SecurityEvents.Own;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The security event log in the database. */
@Singleton
final class SecurityEventStore {
  private static final String REFUSAL = "kind IN ('LoginRefused', 'PasskeyMissing')";

  /** Events that the member alone caused, logged in or not. */
  private static final String OWN =
      "NOT (%s) AND (actor_id IS NULL OR actor_id IS NOT DISTINCT FROM member_id)"
          .formatted(REFUSAL);

  private static final String OTHER =
      "actor_id IS NOT NULL AND actor_id IS DISTINCT FROM member_id";

  /** Adds an event, or counts it in the row of the same hour, kind, account and actor. */
  void add(
      Handle handle,
      SecurityEventKind kind,
      @Nullable UUID memberId,
      @Nullable UUID actorId,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO security_event AS e (kind, member_id, actor_id, hour, last_at)
            VALUES (:kind, CAST(:member AS uuid), CAST(:actor AS uuid), :hour, :now)
            ON CONFLICT (kind, member_id, actor_id, hour)
                DO UPDATE SET times = e.times + 1, last_at = excluded.last_at
            """)
        .bind("kind", kind.name())
        .bind("member", memberId)
        .bind("actor", actorId)
        .bind("hour", now.truncatedTo(ChronoUnit.HOURS))
        .bind("now", now)
        .execute();
  }

  long count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM security_event").mapTo(Long.class).one();
  }

  /**
   * One page, the latest event first.
   *
   * @param page from 0
   */
  List<SecurityEvent> page(Handle handle, int page, int size) {
    return handle
        .createQuery(
            """
            SELECT e.id, e.kind, e.last_at, e.times, e.member_id, e.actor_id,
                   CASE WHEN m.status <> 'Erased' THEN m.first_name || ' ' || m.last_name END
                       AS member_name,
                   CASE WHEN a.status <> 'Erased' THEN a.first_name || ' ' || a.last_name END
                       AS actor_name
            FROM security_event e
            LEFT JOIN member m ON m.id = e.member_id
            LEFT JOIN member a ON a.id = e.actor_id
            ORDER BY e.last_at DESC, e.id DESC LIMIT :size OFFSET :offset
            """)
        .bind("size", size)
        .bind("offset", (long) page * size)
        .map(
            (row, context) ->
                new SecurityEvent(
                    row.getLong("id"),
                    SecurityEventKind.valueOf(row.getString("kind")),
                    row.getTimestamp("last_at").toInstant(),
                    row.getInt("times"),
                    row.getObject("member_id", UUID.class),
                    row.getString("member_name"),
                    row.getObject("actor_id", UUID.class),
                    row.getString("actor_name")))
        .list();
  }

  /** The events of a member's account, the latest first. */
  List<Own> of(Handle handle, UUID memberId) {
    return handle
        .createQuery(
            """
            SELECT kind, last_at, times FROM security_event WHERE member_id = :member
            ORDER BY last_at DESC, id DESC
            """)
        .bind("member", memberId)
        .map(
            (row, context) ->
                new Own(
                    SecurityEventKind.valueOf(row.getString("kind")),
                    row.getTimestamp("last_at").toInstant(),
                    row.getInt("times")))
        .list();
  }

  /** Deletes the events before {@code since}, and the oldest ones beyond the bounds. */
  void sweep(Handle handle, Instant since) {
    handle.execute("DELETE FROM security_event WHERE last_at < ?", since);
    keepLatest(handle, REFUSAL, SecurityEvents.MOST_REFUSALS);
    keepLatest(handle, OWN, SecurityEvents.MOST_OWN);
    keepLatest(handle, OTHER, SecurityEvents.MOST_OTHERS);
  }

  private static void keepLatest(Handle handle, String which, int most) {
    handle.execute(
        """
        DELETE FROM security_event WHERE id IN (
            SELECT id FROM security_event WHERE %s ORDER BY last_at DESC, id DESC OFFSET ?)
        """
            .formatted(which),
        most);
  }
}
