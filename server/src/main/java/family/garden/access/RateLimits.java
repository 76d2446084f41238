package family.garden.access;

import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Counts attempts in the database, so that the limits hold across copies and restarts. Windows are
 * fixed; each begins with its first attempt.
 *
 * <p>An account is counted together with the network that the attempts come from (a /24 of IPv4, a
 * /64 of IPv6), so that strangers use up their own attempts and not the owner's. What they try from
 * many networks at once is slowed down rather than refused: see {@link #slowDown}.
 */
@Singleton
public final class RateLimits {
  /**
   * What is limited. One address may be a whole family's, so it is allowed more than one account.
   */
  public enum Limit {
    Login(10, 60, Duration.ofMinutes(15)),
    /** From a device on which the member has logged in before; counted per device. */
    LoginFromKnownDevice(10, 10, Duration.ofMinutes(15)),
    /** At one account from all networks, before they are slowed down. */
    LoginAnywhere(20, 20, Duration.ofHours(1)),
    /** At one account from all networks, once they are slowed down. */
    LoginSlowly(1, 1, Duration.ofMinutes(2)),
    /** At one account from one network: these do not queue with those of other networks. */
    LoginFirst(3, 3, Duration.ofHours(1)),
    /** At one account from all networks, of those that did not queue. */
    LoginFirstAnywhere(120, 120, Duration.ofHours(1)),
    /** Letters of one kind to one address that somebody asked for, from all networks. */
    Letters(10, 10, Duration.ofHours(1)),
    Registration(5, 20, Duration.ofHours(1)),
    Reset(5, 20, Duration.ofHours(1)),
    Token(30, 60, Duration.ofMinutes(15)),
    /** Beginnings that a challenge or a trip to a provider is made for. */
    Challenge(30, 240, Duration.ofMinutes(15)),
    /** New passwords, which are weighed before anything else is known of who chooses them. */
    NewPassword(60, 60, Duration.ofMinutes(15)),
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
   * Counts one attempt, at the account from this network and from this address at all.
   *
   * @param account the e-mail address as typed, whether it exists or not
   * @throws Refusal 429 if there were too many
   */
  public void count(Limit limit, String account, String address) {
    count(limit, address);
    refuseOver(
        limit.perAccount, hit(limit.name() + ":account", from(account, address), limit.window));
  }

  private static String from(String account, String address) {
    return account + " from " + neighbourhood(address);
  }

  /**
   * Counts a log-in at an account from a device that is not known, wherever it comes from: after 20
   * in an hour, one in two minutes is let through. The first three of each network do not queue for
   * that one, so that a guesser in a few networks does not keep the owner out; there are 120 of
   * those in an hour at most. So a guesser with many networks has 170 guesses an hour, and the
   * owner asks for a new password then, which makes the device known.
   *
   * @throws Refusal 429 with a short wait
   */
  public void slowDown(String account, String address) {
    boolean isFirst = hasRoom(Limit.LoginFirst, account + " from " + wideNetwork(address));
    boolean passes =
        hasRoom(Limit.LoginAnywhere, account)
            || (isFirst && hasRoom(Limit.LoginFirstAnywhere, account));
    if (!passes) {
      Count slow = hit(Limit.LoginSlowly.name(), account, Limit.LoginSlowly.window);
      if (slow.attempts > Limit.LoginSlowly.perAccount) {
        throw Refusal.tooMany(
            Text.of("refused.slow"), Duration.between(clock.instant(), slow.windowEnds));
      }
    }
  }

  /** Counts one of what is limited for a subject as a whole; false if there were too many. */
  public boolean hasRoom(Limit limit, String subject) {
    return hit(limit.name(), subject, limit.window).attempts <= limit.perAccount;
  }

  /** Counts one attempt that names no account. */
  public void count(Limit limit, String address) {
    refuseOver(limit.perAddress, hit(limit.name() + ":address", network(address), limit.window));
  }

  /**
   * After an attempt that succeeded, forgets those at the account from the same network. Of those
   * from all networks only this one is forgotten: the others may be a stranger's.
   */
  public void forgive(Limit limit, String account, String address) {
    database.inTransaction(
        handle -> {
          handle.execute(
              "DELETE FROM rate_limit WHERE scope = ? AND subject = ?",
              limit.name() + ":account",
              Digest.of(from(account, address)));
          handle.execute(
              "DELETE FROM rate_limit WHERE scope = ? AND subject = ?",
              Limit.LoginFirst.name(),
              Digest.of(account + " from " + wideNetwork(address)));
          return handle.execute(
              """
              UPDATE rate_limit SET attempts = attempts - 1
              WHERE scope = ? AND subject = ? AND attempts > 0
              """,
              Limit.LoginAnywhere.name(),
              Digest.of(account));
        });
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
    return database.inTransaction(
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

  /** The network around an address: what one provider hands out to its customers by turns. */
  private static String neighbourhood(String address) {
    return prefix(address, 8);
  }

  /** The same, where one IPv6 customer may have a /48, which has 65,536 networks of a /64. */
  private static String wideNetwork(String address) {
    return prefix(address, 6);
  }

  /** The first three bytes of an IPv4 address, or so many of an IPv6 address. */
  private static String prefix(String address, int bytesOfSix) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 16 ? bytesOfSix : 3));
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
