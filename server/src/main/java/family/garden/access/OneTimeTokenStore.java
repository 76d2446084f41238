package family.garden.access;

import family.garden.access.OneTimeTokens.Purpose;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** One-time tokens in the database, which stores only their SHA-256. */
@Singleton
final class OneTimeTokenStore {
  /**
   * Adds a token.
   *
   * @param memberId whose token it is; null if it is for no particular person
   */
  void add(
      Handle handle, String token, Purpose purpose, @Nullable UUID memberId, Instant expiresAt) {
    handle
        .createUpdate(
            """
            INSERT INTO one_time_token (token_hash, purpose, member_id, expires_at)
            VALUES (:hash, :purpose, :member, :expires)
            """)
        .bind("hash", Digest.of(token))
        .bind("purpose", purpose.name())
        .bind("member", memberId)
        .bind("expires", expiresAt)
        .execute();
  }

  /** Deletes the tokens of a purpose and person. */
  void removeAll(Handle handle, Purpose purpose, @Nullable UUID memberId) {
    handle
        .createUpdate(
            """
            DELETE FROM one_time_token
            WHERE purpose = :purpose AND member_id IS NOT DISTINCT FROM CAST(:member AS uuid)
            """)
        .bind("purpose", purpose.name())
        .bind("member", memberId)
        .execute();
  }

  /** Deletes the tokens of a purpose and person except the one that expires first. */
  void removeAllButOldest(Handle handle, Purpose purpose, UUID memberId) {
    handle.execute(
        """
        DELETE FROM one_time_token t WHERE purpose = ? AND member_id = ? AND EXISTS (
            SELECT 1 FROM one_time_token o
            WHERE o.purpose = t.purpose AND o.member_id = t.member_id AND o.expires_at < t.expires_at)
        """,
        purpose.name(),
        memberId);
  }

  /**
   * Deletes a valid token: true for exactly one of several concurrent callers.
   *
   * @param latest a token that expires after this moment was issued while the clock was ahead, and
   *     is not valid
   */
  boolean use(Handle handle, Purpose purpose, String token, Instant now, Instant latest) {
    return deleted(handle, purpose, token, now, latest).mapTo(Boolean.class).findOne().isPresent();
  }

  /** Like {@link #use}; returns the person that the token was for. */
  Optional<UUID> redeem(Handle handle, Purpose purpose, String token, Instant now, Instant latest) {
    return deleted(handle, purpose, token, now, latest)
        .map((row, context) -> row.getObject("member_id", UUID.class))
        .findOne();
  }

  private static Query deleted(
      Handle handle, Purpose purpose, String token, Instant now, Instant latest) {
    return handle
        .createQuery(
            """
            DELETE FROM one_time_token
            WHERE token_hash = :hash AND purpose = :purpose
              AND expires_at > :now AND expires_at <= :latest
            RETURNING true AS redeemed, member_id
            """)
        .bind("hash", Digest.of(token))
        .bind("purpose", purpose.name())
        .bind("now", now)
        .bind("latest", latest);
  }

  /** Deletes expired tokens. */
  void sweep(Handle handle, Instant now) {
    handle.execute("DELETE FROM one_time_token WHERE expires_at < ?", now);
  }
}
