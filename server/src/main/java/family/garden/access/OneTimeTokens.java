package family.garden.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that work once, in links and as challenges. The database stores only their SHA-256, which
 * suffices for 256 random bits.
 */
@Singleton
public final class OneTimeTokens {
  /** What a token is for, and how long it is valid. */
  public enum Purpose {
    Setup(Duration.ofDays(1)),
    Invitation(Duration.ofDays(14)),
    Verification(Duration.ofDays(2)),
    /** A new password, by a link in a letter to the address. */
    Reset(Duration.ofHours(1)),
    /**
     * A new password, by a link that an administrator passes on, which proves nothing about the
     * address.
     */
    ResetByHand(Duration.ofHours(1)),
    /** A challenge that an authenticator answers with a new key. */
    PasskeyRegistration(Duration.ofMinutes(5)),
    /** A challenge that an authenticator signs. */
    PasskeyLogin(Duration.ofMinutes(5)),
    /** A challenge that the authenticator of a member who is logged in signs. */
    PasskeyConfirmation(Duration.ofMinutes(5)),
    /** The state of an authorization request to the OpenID Connect provider. */
    OidcLogin(Duration.ofMinutes(10));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }
  }

  private final OneTimeTokenStore store;
  private final Clock clock;

  OneTimeTokens(OneTimeTokenStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Issues a token; the earlier ones for the same purpose and person become void. */
  public String issue(Handle handle, Purpose purpose, @Nullable UUID memberId) {
    revoke(handle, purpose, memberId);
    return add(handle, purpose, memberId);
  }

  /** Issues a token for nobody in particular; other tokens of the same purpose stay valid. */
  public String issueOneMore(Handle handle, Purpose purpose) {
    return add(handle, purpose, null);
  }

  /**
   * Issues a token; of the earlier ones for the same purpose and person, the oldest stays valid.
   */
  public String issueBesideOldest(Handle handle, Purpose purpose, UUID memberId) {
    store.removeAllButOldest(handle, purpose, memberId);
    return add(handle, purpose, memberId);
  }

  private String add(Handle handle, Purpose purpose, @Nullable UUID memberId) {
    String token = RandomText.make();
    store.add(handle, token, purpose, memberId, clock.instant().plus(purpose.life));
    return token;
  }

  public void revoke(Handle handle, Purpose purpose, @Nullable UUID memberId) {
    store.removeAll(handle, purpose, memberId);
  }

  /**
   * Uses up a token that is for nobody in particular: true for exactly one of several concurrent
   * callers.
   */
  public boolean use(Handle handle, Purpose purpose, @Nullable String token) {
    Instant now = clock.instant();
    return store.use(handle, purpose, token == null ? "" : token, now, latest(purpose, now));
  }

  /**
   * Uses up a token and returns the person it was for, to exactly one of several concurrent
   * callers; empty if the token is not valid.
   */
  public Optional<UUID> redeem(Handle handle, Purpose purpose, @Nullable String token) {
    Instant now = clock.instant();
    return store.redeem(handle, purpose, token == null ? "" : token, now, latest(purpose, now));
  }

  private static Instant latest(Purpose purpose, Instant now) {
    return now.plus(purpose.life).plus(Sessions.LATE);
  }
}
