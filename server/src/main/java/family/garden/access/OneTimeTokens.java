package family.garden.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that work once, in links and as challenges. The database knows only their SHA-256, which
 * suffices for 256 random bits.
 */
@Singleton
public final class OneTimeTokens {
  /** What a token is good for, and for how long. */
  public enum Purpose {
    Setup(Duration.ofDays(1)),
    Invitation(Duration.ofDays(14)),
    Verification(Duration.ofDays(2)),
    /** A new password, by a letter to the address. */
    Reset(Duration.ofHours(1)),
    /**
     * A new password, by a link that an administrator passes on: it shows nothing of the address.
     */
    ResetByHand(Duration.ofHours(1)),
    /** A challenge that an authenticator answers with a new key. */
    PasskeyRegistration(Duration.ofMinutes(5)),
    /** A challenge that an authenticator signs. */
    PasskeyLogin(Duration.ofMinutes(5)),
    /** A challenge that the authenticator of a member who is logged in signs. */
    PasskeyConfirmation(Duration.ofMinutes(5)),
    /** Somebody was sent to the provider and is expected back. */
    OidcLogin(Duration.ofMinutes(10));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }
  }

  private final Clock clock;

  OneTimeTokens(Clock clock) {
    this.clock = clock;
  }

  /** A new token; those given before for the same purpose and person are void from now on. */
  public String issue(Handle handle, Purpose purpose, @Nullable UUID memberId) {
    revoke(handle, purpose, memberId);
    return add(handle, purpose, memberId);
  }

  /** A new token for nobody in particular; others of the same purpose stay good beside it. */
  public String issueOneMore(Handle handle, Purpose purpose) {
    return add(handle, purpose, null);
  }

  /**
   * A new token; of those given before for the same purpose and person, the oldest stays good
   * beside it.
   */
  public String issueBesideOldest(Handle handle, Purpose purpose, UUID memberId) {
    handle.execute(
        """
        DELETE FROM one_time_token t WHERE purpose = ? AND member_id = ? AND EXISTS (
            SELECT 1 FROM one_time_token o
            WHERE o.purpose = t.purpose AND o.member_id = t.member_id AND o.expires_at < t.expires_at)
        """,
        purpose.name(),
        memberId);
    return add(handle, purpose, memberId);
  }

  private String add(Handle handle, Purpose purpose, @Nullable UUID memberId) {
    String token = RandomText.make();
    handle
        .createUpdate(
            """
            INSERT INTO one_time_token (token_hash, purpose, member_id, expires_at)
            VALUES (:hash, :purpose, :member, :expires)
            """)
        .bind("hash", Digest.of(token))
        .bind("purpose", purpose.name())
        .bind("member", memberId)
        .bind("expires", clock.instant().plus(purpose.life))
        .execute();
    return token;
  }

  public void revoke(Handle handle, Purpose purpose, @Nullable UUID memberId) {
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

  /**
   * Uses a token up that is for nobody in particular: true for exactly one caller, however many
   * come at once.
   */
  public boolean use(Handle handle, Purpose purpose, @Nullable String token) {
    return redeemed(handle, purpose, token).mapTo(Boolean.class).findOne().isPresent();
  }

  /** Uses a token up: the person it was for, for exactly one caller; empty if it is no good. */
  public Optional<UUID> redeem(Handle handle, Purpose purpose, @Nullable String token) {
    return redeemed(handle, purpose, token)
        .map((row, context) -> row.getObject("member_id", UUID.class))
        .findOne();
  }

  private Query redeemed(Handle handle, Purpose purpose, @Nullable String token) {
    Instant now = clock.instant();
    return handle
        .createQuery(
            """
            DELETE FROM one_time_token
            WHERE token_hash = :hash AND purpose = :purpose
              AND expires_at > :now AND expires_at <= :latest
            RETURNING true AS redeemed, member_id
            """)
        .bind("hash", Digest.of(token == null ? "" : token))
        .bind("purpose", purpose.name())
        .bind("now", now)
        .bind("latest", now.plus(purpose.life).plus(Sessions.LATE));
  }
}
