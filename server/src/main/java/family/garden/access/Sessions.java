package family.garden.access;

import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Sessions and the tokens that name them. A token is a signed JWT; what it allows is asked of the
 * session's row each time, so that a session that was ended is dead at once, everywhere.
 */
@Singleton
public final class Sessions {
  /** How long a session lasts. */
  public static final Duration LIFE = Duration.ofHours(24);

  /**
   * How late the clock may be: after a power cut, that of a box without a battery goes on from some
   * minutes before. What ends later than anything begun now was begun while the clock was ahead,
   * and would be good for years.
   */
  static final Duration LATE = Duration.ofHours(1);

  /** How long a session lasts that nobody uses: one left open in the evening is over by morning. */
  static final Duration IDLE = Duration.ofHours(8);

  /** How many sessions a person has at the most; one more ends the oldest. */
  static final int MOST = 20;

  /**
   * What the row of a session {@code s} has to say for the session to be good; with {@link
   * #limits}.
   */
  static final String ALIVE =
      "s.expires_at > :now AND s.expires_at <= :latest AND s.last_used_at > :idleSince";

  /** A session {@code s} of a member {@code m} who would need a passkey where the rule says so. */
  private static final String ADMINISTRATOR_WITHOUT_PASSKEY =
      "m.role = 'Administrator' AND NOT s.by_passkey AND s.passkey_id IS NULL";

  /** How late the time of the last use may be written, so that few requests write it. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  /** How long a log-in counts as one just made. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(Sessions.class);

  private final Database database;
  private final Clock clock;
  private final Caller caller;
  private final SessionTokens tokens;

  Sessions(Database database, Clock clock, SessionTokens tokens, Caller caller) {
    this.database = database;
    this.clock = clock;
    this.caller = caller;
    this.tokens = tokens;
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

  /** The limits of {@link #ALIVE} at a moment. */
  static Map<String, Instant> limits(Instant now) {
    return Map.of("now", now, "latest", now.plus(LIFE).plus(LATE), "idleSince", now.minus(IDLE));
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
    Device device = caller.device();
    handle
        .createUpdate(
            """
            INSERT INTO session (id, member_id, created_at, expires_at, last_used_at, browser,
                                 system, passkey_id, by_passkey)
            VALUES (:id, :member, :now, :expires, :now, :browser, :system, :passkey, :byPasskey)
            """)
        .bind("id", id)
        .bind("member", memberId)
        .bind("now", now)
        .bind("expires", expires)
        .bind("browser", device.browser())
        .bind("system", device.system())
        .bind("passkey", passkeyId)
        .bind("byPasskey", passkeyId != null)
        .execute();
    endOldest(handle, memberId, id, now);
    return new Begun(tokens.sign(id, memberId, now, expires), expires);
  }

  /**
   * Ends what is too many beside a new session: first those that are no good any more, then those
   * begun longest ago. One that another transaction is about to change is left to the next log-in,
   * so that no two wait for each other.
   */
  private static void endOldest(Handle handle, UUID memberId, UUID newest, Instant now) {
    handle
        .createUpdate(
            """
            DELETE FROM session WHERE id IN (
                SELECT id FROM session WHERE id IN (
                    SELECT s.id FROM session s WHERE s.member_id = :member AND s.id <> :newest
                    ORDER BY (%s) DESC, s.created_at DESC, s.id OFFSET :others)
                FOR UPDATE SKIP LOCKED)
            """
                .formatted(ALIVE))
        .bind("member", memberId)
        .bind("newest", newest)
        .bind("others", MOST - 1)
        .bindMap(limits(now))
        .execute();
  }

  /** Who the token stands for, if its session lives and the person may still come in. */
  public Optional<Identity> identify(String token) {
    return tokens.sessionOf(token).flatMap(this::identify);
  }

  private Optional<Identity> identify(UUID sessionId) {
    Instant now = clock.instant();
    return database.withHandle(
        handle -> {
          Optional<Used> used =
              handle
                  .createQuery(
                      """
                      SELECT m.id, m.role, m.status, s.last_used_at
                      FROM session s JOIN member m ON m.id = s.member_id
                      WHERE s.id = :session AND m.status IN ('Pending', 'Active') AND %s
                        AND NOT (%s AND (SELECT administrators_need_passkey FROM access_policy))
                      """
                          .formatted(ALIVE, ADMINISTRATOR_WITHOUT_PASSKEY))
                  .bind("session", sessionId)
                  .bindMap(limits(now))
                  .map((row, context) -> used(row, sessionId))
                  .findOne();
          used.filter(session -> session.isToBeNoted(now))
              .ifPresent(session -> noteUse(handle, sessionId, now));
          return used.map(Used::by);
        });
  }

  /** A session in use, and when it was so before, as far as that is written. */
  private record Used(Identity by, Instant before) {
    /** Not only after a while: the clock may have been ahead at the time. */
    boolean isToBeNoted(Instant now) {
      return Duration.between(before, now).abs().compareTo(NOTED) > 0;
    }
  }

  private static Used used(ResultSet row, UUID sessionId) throws SQLException {
    return new Used(
        new Identity(
            row.getObject("id", UUID.class),
            sessionId,
            Role.valueOf(row.getString("role")),
            row.getString("status").equals("Active")),
        row.getTimestamp("last_used_at").toInstant());
  }

  /**
   * Writes the time of use, where that can be done at once: a request that only reads neither waits
   * for a transaction that ends the session, nor fails because the database's disk is full.
   */
  private static void noteUse(Handle handle, UUID sessionId, Instant now) {
    try {
      handle.useTransaction(
          transaction ->
              transaction.execute(
                  """
                  UPDATE session SET last_used_at = ? WHERE id = (
                      SELECT id FROM session WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED)
                  """,
                  now,
                  sessionId));
    } catch (JdbiException e) {
      LOG.debugf(e, "The time of use of session %s was not written", sessionId);
    }
  }

  /**
   * Whether the person logged in, or confirmed with a passkey, some minutes ago: ten at the most.
   */
  public boolean isFresh(Identity identity) {
    return database.withHandle(handle -> isFresh(handle, identity, ""));
  }

  /** Like {@link #isFresh}, where a passkey opened the session or confirmed it. */
  public boolean isFreshByPasskey(Handle handle, Identity identity) {
    return isFresh(handle, identity, " AND (by_passkey OR passkey_id IS NOT NULL)");
  }

  private boolean isFresh(Handle handle, Identity identity, String more) {
    Instant now = clock.instant();
    return handle
        .createQuery(
            """
            SELECT EXISTS (
                SELECT 1 FROM session WHERE id = :id AND (created_at > :since
                    OR confirmed_at > :since AND confirmed_at <= :latest)%s)
            """
                .formatted(more))
        .bind("id", identity.sessionId())
        .bind("since", now.minus(FRESH))
        .bind("latest", now.plus(LATE))
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * The person has just shown with a passkey that it is them. A session that no passkey opened or
   * confirmed before ends from now on when this passkey is removed; one that another passkey opened
   * or confirmed still ends with that one.
   *
   * @throws Refusal 401 if the session has ended meanwhile
   */
  public void confirm(Handle handle, Identity identity, UUID passkeyId) {
    int confirmed =
        handle.execute(
            """
            UPDATE session SET confirmed_at = ?, by_passkey = true,
                   passkey_id = coalesce(passkey_id, ?)
            WHERE id = ?
            """,
            clock.instant(),
            passkeyId,
            identity.sessionId());
    if (confirmed == 0) {
      throw Refusal.unauthenticated();
    }
  }

  /**
   * Makes sure inside a transaction that holds the member's row that the session has not ended
   * since the request was let in, so that nothing is added after everything was taken away.
   *
   * @throws Refusal 401 if it has
   */
  public void refuseIfEnded(Handle handle, Identity identity) {
    boolean lives =
        handle
            .createQuery("SELECT EXISTS (SELECT 1 FROM session WHERE id = :id)")
            .bind("id", identity.sessionId())
            .mapTo(Boolean.class)
            .one();
    if (!lives) {
      throw Refusal.unauthenticated();
    }
  }

  /** Keeps the session at hand although the passkey is about to go that may have opened it. */
  public void keepWithout(UUID passkeyId, Handle handle, Identity identity) {
    handle.execute(
        """
        UPDATE session SET passkey_id = NULL, by_passkey = true WHERE id = ? AND passkey_id = ?
        """,
        identity.sessionId(),
        passkeyId);
  }

  /** Ends the sessions of all administrators that no passkey opened or confirmed. */
  public void endAdministratorsWithoutPasskey(Handle handle) {
    handle.execute(
        "DELETE FROM session s USING member m WHERE m.id = s.member_id AND "
            + ADMINISTRATOR_WITHOUT_PASSKEY);
  }

  public void end(UUID sessionId) {
    database.inTransaction(handle -> handle.execute("DELETE FROM session WHERE id = ?", sessionId));
  }

  /** Ends every session of a person. */
  public void endAll(Handle handle, UUID memberId) {
    handle.execute("DELETE FROM session WHERE member_id = ?", memberId);
  }

  /** Ends every session of a person but the one at hand, and tells how many. */
  public int endOthers(Handle handle, Identity identity) {
    return handle.execute(
        "DELETE FROM session WHERE member_id = ? AND id <> ?",
        identity.memberId(),
        identity.sessionId());
  }
}
