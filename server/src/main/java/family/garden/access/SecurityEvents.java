package family.garden.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.platform.database.Database;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The security event log: what happened to accounts and settings, for the administrators. It holds
 * identities, kinds and times, and nothing that anybody typed.
 *
 * <p>Strangers cannot make it grow. What happens several times in an hour to the same account by
 * the same person is one row with a count, and log-ins with addresses that are nobody's share one
 * row an hour. Rows end after 90 days. The latest 2,000 rows are kept of refused log-ins, the
 * latest 5,000 of what nobody but the member did to an account, and the latest 5,000 of everything
 * else: neither strangers nor a member can push out what administrators did.
 */
@Singleton
public final class SecurityEvents {
  static final Duration KEPT = Duration.ofDays(90);
  static final int MOST_REFUSALS = 2_000;
  static final int MOST_OWN = 5_000;
  static final int MOST_OTHERS = 5_000;

  private static final String REFUSAL = "kind IN ('LoginRefused', 'PasskeyMissing')";

  /** What nobody but the member did, whether logged in or not. */
  private static final String OWN =
      "NOT (%s) AND (actor_id IS NULL OR actor_id IS NOT DISTINCT FROM member_id)"
          .formatted(REFUSAL);

  private static final String OTHER =
      "actor_id IS NOT NULL AND actor_id IS DISTINCT FROM member_id";

  /** Two, because the lines of one logger have a bound: refused log-ins do not use up the rest. */
  private static final Logger LOG = Logger.getLogger(SecurityEvents.class);

  private static final Logger REFUSED = Logger.getLogger("family.garden.access.RefusedLogins");

  private final Database database;
  private final Caller caller;
  private final Clock clock;

  SecurityEvents(Database database, Caller caller, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  /** One page, the latest first, and how many there are in all. */
  record Page(List<SecurityEvent> items, int page, int size, long totalItems) {
    @JsonProperty("totalPages")
    long totalPages() {
      return (totalItems + size - 1) / size;
    }
  }

  /** What happened to a member's account, for that member. */
  public record Own(SecurityEventKind kind, Instant at, int times) {}

  /**
   * Notes what happened, by whoever is logged in, in the transaction that makes it so; the log line
   * is written once that is committed.
   *
   * @param memberId whose account; null where it is nobody's
   */
  public void add(Handle handle, SecurityEventKind kind, @Nullable UUID memberId) {
    UUID actor = actor().orElse(null);
    write(handle, kind, memberId, actor);
    handle.afterCommit(
        () -> LOG.warnf("security event=%s member=%s by=%s", kind, said(memberId), said(actor)));
  }

  /**
   * Notes a log-in that was refused. It takes the same statement whether there is an account.
   *
   * @param kind {@code LoginRefused} or {@code PasskeyMissing}
   * @param memberId whose account; null where there is none, or nobody has confirmed its address
   */
  public void addRefusedLogin(SecurityEventKind kind, @Nullable UUID memberId) {
    database.inTransaction(
        handle -> {
          write(handle, kind, memberId, null);
          return null;
        });
    REFUSED.warnf("security event=%s member=%s", kind, said(memberId));
  }

  private static String said(@Nullable UUID id) {
    return id == null ? "none" : id.toString();
  }

  private Optional<UUID> actor() {
    return Arc.container().requestContext().isActive()
        ? caller.ifKnown().map(Identity::memberId)
        : Optional.empty();
  }

  private void write(
      Handle handle, SecurityEventKind kind, @Nullable UUID memberId, @Nullable UUID actorId) {
    Instant now = clock.instant();
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

  Page page(int page, int size) {
    return database.withHandle(
        handle -> {
          long total =
              handle.createQuery("SELECT count(*) FROM security_event").mapTo(Long.class).one();
          return new Page(items(handle, page, size), page, size, total);
        });
  }

  private static List<SecurityEvent> items(Handle handle, int page, int size) {
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

  /** What happened to the account of {@code memberId}, the latest first. */
  public List<Own> of(UUID memberId) {
    return database.withHandle(
        handle ->
            handle
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
                .list());
  }

  /** Throws away what is too old, or too much. */
  void sweep(Handle handle) {
    handle.execute("DELETE FROM security_event WHERE last_at < ?", clock.instant().minus(KEPT));
    keepLatest(handle, REFUSAL, MOST_REFUSALS);
    keepLatest(handle, OWN, MOST_OWN);
    keepLatest(handle, OTHER, MOST_OTHERS);
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
