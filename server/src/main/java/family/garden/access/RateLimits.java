package family.garden.access;

import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Counts attempts per account and per address in the database, so that the limits hold across
 * copies and restarts. Windows are fixed; each begins with its first attempt.
 */
@Singleton
public final class RateLimits {
  /**
   * What is limited. One address may be a whole family's, so it is allowed more than one account.
   */
  public enum Limit {
    Login(10, 60, Duration.ofMinutes(15)),
    Registration(5, 20, Duration.ofHours(1)),
    Reset(5, 20, Duration.ofHours(1)),
    Token(30, 60, Duration.ofMinutes(15)),
    /** Beginnings that a challenge or a trip to a provider is made for. */
    Challenge(30, 240, Duration.ofMinutes(15)),
    /** Letters to one address that somebody asked for. */
    Letters(10, 10, Duration.ofHours(1)),
    /** Of somebody who is logged in, to change it or to leave; counted per person. */
    Password(10, 10, Duration.ofMinutes(15)),
    /** Calendar addresses that are no good; a forgotten phone asks for one again and again. */
    CalendarFeed(60, 60, Duration.ofMinutes(15));

    private final int perAccount;
    private final int perAddress;
    private final Duration window;

    Limit(int perAccount, int perAddress, Duration window) {
      this.perAccount = perAccount;
      this.perAddress = perAddress;
      this.window = window;
    }
  }

  private record Count(int attempts, Instant windowEnds) {}

  private final Database database;
  private final Clock clock;

  RateLimits(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts one attempt.
   *
   * @param account the e-mail address as typed, whether it exists or not
   * @throws Refusal 429 if there were too many
   */
  public void count(Limit limit, String account, String address) {
    count(limit, address);
    refuseOver(limit.perAccount, hit(limit.name() + ":account", account, limit.window));
  }

  /** Counts one attempt that names no account. */
  public void count(Limit limit, String address) {
    refuseOver(limit.perAddress, hit(limit.name() + ":address", network(address), limit.window));
  }

  /** Counts one of what is limited for a subject as a whole; false if there were too many. */
  public boolean hasRoom(Limit limit, String subject) {
    return hit(limit.name(), subject, limit.window).attempts <= limit.perAccount;
  }

  /** Forgets the attempts on an account after one that succeeded. */
  public void forgive(Limit limit, String account) {
    database.read(
        handle ->
            handle.execute(
                "DELETE FROM rate_limit WHERE scope = ? AND subject = ?",
                limit.name() + ":account",
                Digest.of(account)));
  }

  private void refuseOver(int most, Count count) {
    if (count.attempts > most) {
      throw Refusal.tooMany(Duration.between(clock.instant(), count.windowEnds));
    }
  }

  /** A window that ends later than any begun now was begun while the clock was ahead. */
  private Count hit(String scope, String subject, Duration window) {
    Instant now = clock.instant();
    Instant ends = now.plus(window);
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO rate_limit AS l (scope, subject, window_ends, attempts)
                    VALUES (:scope, :subject, :ends, 1)
                    ON CONFLICT (scope, subject) DO UPDATE SET
                        attempts = CASE WHEN l.window_ends > :now AND l.window_ends <= :latest
                            THEN l.attempts + 1 ELSE 1 END,
                        window_ends = CASE WHEN l.window_ends > :now AND l.window_ends <= :latest
                            THEN l.window_ends ELSE :ends END
                    RETURNING attempts, window_ends
                    """)
                .bind("scope", scope)
                .bind("subject", Digest.of(subject))
                .bind("now", now)
                .bind("ends", ends)
                .bind("latest", ends.plus(Sessions.LATE))
                .map(
                    (row, context) ->
                        new Count(
                            row.getInt("attempts"), row.getTimestamp("window_ends").toInstant()))
                .one());
  }

  /** An IPv6 customer has a whole /64 at hand: that counts as one address. */
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
