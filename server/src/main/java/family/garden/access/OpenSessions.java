package family.garden.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions of a person, for that person to look at and to end. */
@Singleton
public final class OpenSessions {
  private final Database database;
  private final Sessions sessions;
  private final SecurityEvents events;
  private final Clock clock;

  OpenSessions(Database database, Sessions sessions, SecurityEvents events, Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A session that is open.
   *
   * @param id names it, and opens nothing
   * @param lastUsedAt some minutes late at the most
   * @param browser null if the browser did not tell; likewise {@code system}
   * @param current whether it is the caller's
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenSession(
      UUID id,
      @Nullable String browser,
      @Nullable String system,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      boolean current) {}

  /** The caller's own one first, then the others, the last used first. */
  public List<OpenSession> of(Identity identity) {
    Instant now = clock.instant();
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.id, s.browser, s.system, s.created_at, s.last_used_at, s.expires_at
                    FROM session s WHERE s.member_id = :member AND %s
                    ORDER BY s.id = :current DESC, s.last_used_at DESC, s.id
                    """
                        .formatted(Sessions.ALIVE))
                .bind("member", identity.memberId())
                .bind("current", identity.sessionId())
                .bindMap(Sessions.limits(now))
                .map((row, context) -> session(row, identity))
                .list());
  }

  private static OpenSession session(ResultSet row, Identity identity) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new OpenSession(
        id,
        row.getString("browser"),
        row.getString("system"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("last_used_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        id.equals(identity.sessionId()));
  }

  /**
   * Ends one of the person's sessions.
   *
   * @throws Refusal 404 if the person has no such session
   */
  public void end(Identity identity, UUID sessionId) {
    database.inTransaction(
        handle -> {
          int ended =
              handle.execute(
                  "DELETE FROM session WHERE id = ? AND member_id = ?",
                  sessionId,
                  identity.memberId());
          if (ended == 0) {
            throw Refusal.notFound();
          }
          // To end the own one is to log out.
          if (!sessionId.equals(identity.sessionId())) {
            events.add(handle, SecurityEventKind.SessionsEnded, identity.memberId());
          }
          return null;
        });
  }

  /** Ends every session of the person but the one at hand. */
  public void endOthers(Identity identity) {
    database.inTransaction(
        handle -> {
          if (sessions.endOthers(handle, identity) > 0) {
            events.add(handle, SecurityEventKind.SessionsEnded, identity.memberId());
          }
          return null;
        });
  }
}
