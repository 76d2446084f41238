package family.garden.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the sessions of a person for that person, and ends them. */
@Singleton
public final class OpenSessions {
  private final Database database;
  private final SessionStore store;
  private final Sessions sessions;
  private final SecurityEvents events;
  private final Clock clock;

  OpenSessions(
      Database database,
      SessionStore store,
      Sessions sessions,
      SecurityEvents events,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.sessions = sessions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A valid session.
   *
   * @param id names the session, and does not give access to it
   * @param lastUsedAt lags by some minutes at the most
   * @param browser null if the browser did not send it; likewise {@code system}
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

  /** The caller's own session first, then the others, the last used first. */
  public List<OpenSession> of(Identity identity) {
    Instant now = clock.instant();
    return database.withHandle(handle -> store.list(handle, identity, now));
  }

  /**
   * Ends one of the person's sessions.
   *
   * @throws Refusal 404 if the person has no such session
   */
  public void end(Identity identity, UUID sessionId) {
    database.inTransaction(
        handle -> {
          if (!store.endOf(handle, identity.memberId(), sessionId)) {
            throw Refusal.notFound();
          }
          // To end the own session is to log out.
          if (!sessionId.equals(identity.sessionId())) {
            events.add(handle, SecurityEventKind.SessionsEnded, identity.memberId());
          }
          return null;
        });
  }

  /** Ends every session of the person except the caller's own. */
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
