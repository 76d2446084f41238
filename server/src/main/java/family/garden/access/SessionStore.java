package family.garden.access;

import family.garden.access.OpenSessions.OpenSession;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sessions in the database. */
@Singleton
final class SessionStore {
  /** The conditions for a session {@code s} to be valid, with the parameters of {@link #limits}. */
  private static final String VALID =
      "s.expires_at > :now AND s.expires_at <= :latest AND s.last_used_at > :idleSince";

  /** A session {@code s} of a member {@code m} who would need a passkey where the rule says so. */
  private static final String ADMINISTRATOR_WITHOUT_PASSKEY =
      "m.role = 'Administrator' AND NOT s.by_passkey AND s.passkey_id IS NULL";

  /** The parameters of {@link #VALID} at a moment. */
  private static Map<String, Instant> limits(Instant now) {
    return Map.of(
        "now",
        now,
        "latest",
        now.plus(Sessions.LIFE).plus(Sessions.LATE),
        "idleSince",
        now.minus(Sessions.IDLE));
  }

  /**
   * A session to add.
   *
   * @param passkeyId the passkey that opened it; null if none did
   */
  record Added(
      UUID id,
      UUID memberId,
      Instant createdAt,
      Instant expiresAt,
      Device device,
      @Nullable UUID passkeyId) {}

  void add(Handle handle, Added session) {
    handle
        .createUpdate(
            """
            INSERT INTO session (id, member_id, created_at, expires_at, last_used_at, browser,
                                 system, passkey_id, by_passkey)
            VALUES (:id, :member, :now, :expires, :now, :browser, :system, :passkey, :byPasskey)
            """)
        .bind("id", session.id())
        .bind("member", session.memberId())
        .bind("now", session.createdAt())
        .bind("expires", session.expiresAt())
        .bind("browser", session.device().browser())
        .bind("system", session.device().system())
        .bind("passkey", session.passkeyId())
        .bind("byPasskey", session.passkeyId() != null)
        .execute();
  }

  /**
   * Ends the member's sessions beyond {@link Sessions#MOST}: first the invalid ones, then those
   * begun longest ago. A session that another transaction has locked is left to the next log-in, so
   * that no two log-ins wait for each other.
   *
   * @param newest the session that stays in any case
   */
  void endOldest(Handle handle, UUID memberId, UUID newest, Instant now) {
    handle
        .createUpdate(
            """
            DELETE FROM session WHERE id IN (
                SELECT id FROM session WHERE id IN (
                    SELECT s.id FROM session s WHERE s.member_id = :member AND s.id <> :newest
                    ORDER BY (%s) DESC, s.created_at DESC, s.id OFFSET :others)
                FOR UPDATE SKIP LOCKED)
            """
                .formatted(VALID))
        .bind("member", memberId)
        .bind("newest", newest)
        .bind("others", Sessions.MOST - 1)
        .bindMap(limits(now))
        .execute();
  }

  /** A valid session of a person who may log in, and when it was used before. */
  record Used(Identity by, Instant before) {}

  /** The session, if it is valid and its member may log in. */
  Optional<Used> findValid(Handle handle, UUID sessionId, Instant now) {
    return handle
        .createQuery(
            """
            SELECT m.id, m.role, m.status, s.last_used_at
            FROM session s JOIN member m ON m.id = s.member_id
            WHERE s.id = :session AND m.status IN ('Pending', 'Active') AND %s
              AND NOT (%s AND (SELECT administrators_need_passkey FROM access_policy))
            """
                .formatted(VALID, ADMINISTRATOR_WITHOUT_PASSKEY))
        .bind("session", sessionId)
        .bindMap(limits(now))
        .map((row, context) -> used(row, sessionId))
        .findOne();
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

  /** Writes the time of use, unless another transaction has locked the session. */
  void noteUse(Handle handle, UUID sessionId, Instant now) {
    handle.execute(
        """
        UPDATE session SET last_used_at = ? WHERE id = (
            SELECT id FROM session WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED)
        """,
        now,
        sessionId);
  }

  /** The valid sessions of the person, the caller's own one first, then the last used. */
  List<OpenSession> list(Handle handle, Identity identity, Instant now) {
    return handle
        .createQuery(
            """
            SELECT s.id, s.browser, s.system, s.created_at, s.last_used_at, s.expires_at
            FROM session s WHERE s.member_id = :member AND %s
            ORDER BY s.id = :current DESC, s.last_used_at DESC, s.id
            """
                .formatted(VALID))
        .bind("member", identity.memberId())
        .bind("current", identity.sessionId())
        .bindMap(limits(now))
        .map((row, context) -> open(row, identity))
        .list();
  }

  private static OpenSession open(ResultSet row, Identity identity) throws SQLException {
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
   * Whether the session was begun or confirmed after {@code since}.
   *
   * @param latest a confirmation after this moment was made while the clock was ahead
   */
  boolean isFresh(Handle handle, UUID sessionId, Instant since, Instant latest) {
    return isFresh(handle, sessionId, since, latest, "");
  }

  /** Like {@link #isFresh}, if a passkey opened or confirmed the session. */
  boolean isFreshByPasskey(Handle handle, UUID sessionId, Instant since, Instant latest) {
    return isFresh(handle, sessionId, since, latest, " AND (by_passkey OR passkey_id IS NOT NULL)");
  }

  private static boolean isFresh(
      Handle handle, UUID sessionId, Instant since, Instant latest, String more) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
                SELECT 1 FROM session WHERE id = :id AND (created_at > :since
                    OR confirmed_at > :since AND confirmed_at <= :latest)%s)
            """
                .formatted(more))
        .bind("id", sessionId)
        .bind("since", since)
        .bind("latest", latest)
        .mapTo(Boolean.class)
        .one();
  }

  /** False if there is no such session. */
  boolean confirm(Handle handle, UUID sessionId, UUID passkeyId, Instant now) {
    return handle.execute(
            """
            UPDATE session SET confirmed_at = ?, by_passkey = true,
                   passkey_id = coalesce(passkey_id, ?)
            WHERE id = ?
            """,
            now,
            passkeyId,
            sessionId)
        > 0;
  }

  boolean exists(Handle handle, UUID sessionId) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM session WHERE id = :id)")
        .bind("id", sessionId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Makes the session independent of the passkey, if that passkey opened it. */
  void keepWithout(Handle handle, UUID sessionId, UUID passkeyId) {
    handle.execute(
        """
        UPDATE session SET passkey_id = NULL, by_passkey = true WHERE id = ? AND passkey_id = ?
        """,
        sessionId,
        passkeyId);
  }

  /** Ends the sessions of all administrators that no passkey opened or confirmed. */
  void endAdministratorsWithoutPasskey(Handle handle) {
    handle.execute(
        "DELETE FROM session s USING member m WHERE m.id = s.member_id AND "
            + ADMINISTRATOR_WITHOUT_PASSKEY);
  }

  void end(Handle handle, UUID sessionId) {
    handle.execute("DELETE FROM session WHERE id = ?", sessionId);
  }

  /** Ends a session of the member; false if the member has no such session. */
  boolean endOf(Handle handle, UUID memberId, UUID sessionId) {
    return handle.execute("DELETE FROM session WHERE id = ? AND member_id = ?", sessionId, memberId)
        > 0;
  }

  void endAll(Handle handle, UUID memberId) {
    handle.execute("DELETE FROM session WHERE member_id = ?", memberId);
  }

  /** Ends every session of the person except the caller's own; returns how many there were. */
  int endOthers(Handle handle, Identity identity) {
    return handle.execute(
        "DELETE FROM session WHERE member_id = ? AND id <> ?",
        identity.memberId(),
        identity.sessionId());
  }

  /** Deletes expired and idle sessions. */
  void sweep(Handle handle, Instant now) {
    handle.execute(
        "DELETE FROM session WHERE expires_at < ? OR last_used_at < ?",
        now,
        now.minus(Sessions.IDLE));
  }
}
