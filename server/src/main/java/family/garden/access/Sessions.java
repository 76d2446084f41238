package family.garden.access;

import family.garden.access.SessionStore.Used;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Sessions and the tokens that name them. A token is a signed JWT; each request reads the session's
 * row, so that a session that was ended is invalid at once on every copy of the server.
 */
@Startup // counters exist before the first failure
@Singleton
public final class Sessions {
  /** How long a session lasts. */
  public static final Duration LIFE = Duration.ofHours(24);

  /**
   * How late the clock may be: after a power cut, the clock of a box without a battery continues
   * from some minutes before. A session that ends later than one begun now was begun while the
   * clock was ahead, and would be valid for years.
   */
  static final Duration LATE = Duration.ofHours(1);

  /** How long an unused session lasts: one left open in the evening has ended by the morning. */
  static final Duration IDLE = Duration.ofHours(8);

  /** How many sessions a person has at the most; one more ends the oldest. */
  static final int MOST = 20;

  /** How much the stored time of the last use may lag, so that few requests write it. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  /** How long a log-in counts as one just made. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(Sessions.class);

  private final Database database;
  private final SessionStore store;
  private final Clock clock;
  private final Caller caller;
  private final SessionTokens tokens;
  private final Counter begunByPasskey;
  private final Counter begunOtherwise;

  Sessions(
      Database database,
      SessionStore store,
      Clock clock,
      SessionTokens tokens,
      Caller caller,
      MeterRegistry registry) {
    this.database = database;
    this.store = store;
    this.clock = clock;
    this.caller = caller;
    this.tokens = tokens;
    this.begunByPasskey = registry.counter("sessions.begun", "method", "passkey");
    this.begunOtherwise = registry.counter("sessions.begun", "method", "other");
  }

  /**
   * A session just begun.
   *
   * @param token the signed token; kept nowhere
   */
  public record Begun(String token, Instant expiresAt) {}

  public Begun begin(Handle handle, UUID memberId) {
    return begin(handle, memberId, null);
  }

  /**
   * Begins a session, on the device of the request at hand, that ends with a passkey.
   *
   * @param passkeyId which opened it; null if none did
   */
  public Begun begin(Handle handle, UUID memberId, @Nullable UUID passkeyId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plus(LIFE);
    UUID id = UUID.randomUUID();
    store.add(
        handle, new SessionStore.Added(id, memberId, now, expires, caller.device(), passkeyId));
    store.endOldest(handle, memberId, id, now);
    handle.afterCommit((passkeyId == null ? begunOtherwise : begunByPasskey)::increment);
    return new Begun(tokens.sign(id, memberId, now, expires), expires);
  }

  /** The person that the token stands for, if the session is valid and the person may log in. */
  public Optional<Identity> identify(String token) {
    return tokens.sessionOf(token).flatMap(this::identify);
  }

  private Optional<Identity> identify(UUID sessionId) {
    Instant now = clock.instant();
    return database.withHandle(
        handle -> {
          Optional<Used> used = store.findValid(handle, sessionId, now);
          used.filter(session -> isToBeNoted(session, now))
              .ifPresent(session -> noteUse(handle, sessionId, now));
          return used.map(Used::by);
        });
  }

  /** Also where the last use is in the future: the clock may have been ahead at the time. */
  private static boolean isToBeNoted(Used session, Instant now) {
    return Duration.between(session.before(), now).abs().compareTo(NOTED) > 0;
  }

  /**
   * Writes the time of use, if that is possible at once: a request that only reads neither waits
   * for a transaction that ends the session, nor fails because the disk of the database is full.
   */
  private void noteUse(Handle handle, UUID sessionId, Instant now) {
    try {
      handle.useTransaction(transaction -> store.noteUse(transaction, sessionId, now));
    } catch (JdbiException e) {
      LOG.debugf(e, "The time of use of session %s was not written", sessionId);
    }
  }

  /**
   * Whether the person logged in, or confirmed with a passkey, some minutes ago: ten at the most.
   */
  public boolean isFresh(Identity identity) {
    Instant now = clock.instant();
    return database.withHandle(
        handle -> store.isFresh(handle, identity.sessionId(), now.minus(FRESH), now.plus(LATE)));
  }

  /** Like {@link #isFresh}, if a passkey opened or confirmed the session. */
  public boolean isFreshByPasskey(Handle handle, Identity identity) {
    Instant now = clock.instant();
    return store.isFreshByPasskey(handle, identity.sessionId(), now.minus(FRESH), now.plus(LATE));
  }

  /**
   * Notes that the person has just confirmed the session with a passkey. If no passkey opened or
   * confirmed the session before, it ends when this passkey is removed; otherwise it still ends
   * with the earlier passkey.
   *
   * @throws Refusal 401 if the session has ended meanwhile
   */
  public void confirm(Handle handle, Identity identity, UUID passkeyId) {
    if (!store.confirm(handle, identity.sessionId(), passkeyId, clock.instant())) {
      throw Refusal.unauthenticated();
    }
  }

  /**
   * Checks, in a transaction that has locked the member's row, that the session has not ended since
   * the request was authenticated: nothing may be added after all access was taken away.
   *
   * @throws Refusal 401 if it has
   */
  public void refuseIfEnded(Handle handle, Identity identity) {
    if (!store.exists(handle, identity.sessionId())) {
      throw Refusal.unauthenticated();
    }
  }

  /** Keeps the caller's session although the passkey that may have opened it is about to go. */
  public void keepWithout(UUID passkeyId, Handle handle, Identity identity) {
    store.keepWithout(handle, identity.sessionId(), passkeyId);
  }

  /** Ends the sessions of all administrators that no passkey opened or confirmed. */
  public void endAdministratorsWithoutPasskey(Handle handle) {
    store.endAdministratorsWithoutPasskey(handle);
  }

  public void end(UUID sessionId) {
    database.inTransaction(
        handle -> {
          store.end(handle, sessionId);
          return null;
        });
  }

  /** Ends every session of a person. */
  public void endAll(Handle handle, UUID memberId) {
    store.endAll(handle, memberId);
  }

  /** Ends every session of a person except the caller's own; returns how many there were. */
  public int endOthers(Handle handle, Identity identity) {
    return store.endOthers(handle, identity);
  }
}
