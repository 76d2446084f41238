package family.garden.access;

import family.garden.access.RateLimitStore.Count;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Counts attempts in the database, so that the limits hold across copies and restarts. A window has
 * a fixed length and begins with its first attempt.
 *
 * <p>An account is counted together with the network that the attempts come from (a /24 of IPv4, a
 * /64 of IPv6), so that strangers use up their own attempts and not the owner's. Attempts from many
 * networks at once are slowed down rather than refused: see {@link #slowDown}.
 */
@Startup // counters exist before the first failure
@Singleton
public final class RateLimits {
  /**
   * What is limited. A whole family may share an address, so an address has more attempts than an
   * account.
   */
  public enum Limit {
    Login(10, 60, Duration.ofMinutes(15)),
    /** From a device on which the member has logged in before; counted per device. */
    LoginFromKnownDevice(10, 10, Duration.ofMinutes(15)),
    /** At one account from all networks, before log-ins are slowed down. */
    LoginAnywhere(20, 20, Duration.ofHours(1)),
    /** At one account from all networks, once log-ins are slowed down. */
    LoginSlowly(1, 1, Duration.ofMinutes(2)),
    /**
     * The first log-ins at one account from one network, which do not queue with other networks.
     */
    LoginFirst(3, 3, Duration.ofHours(1)),
    /** Log-ins at one account that did not queue, from all networks. */
    LoginFirstAnywhere(120, 120, Duration.ofHours(1)),
    /** Requested letters of one kind to one address, from all networks. */
    Letters(10, 10, Duration.ofHours(1)),
    Registration(5, 20, Duration.ofHours(1)),
    Reset(5, 20, Duration.ofHours(1)),
    Token(30, 60, Duration.ofMinutes(15)),
    /** Passkey challenges and authorization requests to a provider. */
    Challenge(30, 240, Duration.ofMinutes(15)),
    /** New passwords, whose strength the server estimates before it knows who chooses them. */
    NewPassword(60, 60, Duration.ofMinutes(15)),
    /**
     * Passwords typed by somebody who is logged in, to change it or to erase the account; counted
     * per person.
     */
    Password(10, 10, Duration.ofMinutes(15)),
    /** Requests for invalid calendar addresses; a forgotten phone may repeat one for ever. */
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

  private final Database database;
  private final RateLimitStore store;
  private final Clock clock;
  private final Counter refused;

  RateLimits(Database database, RateLimitStore store, Clock clock, MeterRegistry registry) {
    this.database = database;
    this.store = store;
    this.clock = clock;
    this.refused = registry.counter("rate.limit.refusals");
  }

  /**
   * Counts one attempt for the address, and for the account from the network of the address.
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
   * Counts a log-in at an account from an unknown device, from all networks: after 20 in an hour,
   * the server lets one through every two minutes. The first three from each network do not queue,
   * so that a guesser in a few networks does not lock the owner out; of those there are 120 an hour
   * at most. So a guesser with many networks has 170 guesses an hour; the owner can then request a
   * new password, which makes the device known.
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
      if (slow.attempts() > Limit.LoginSlowly.perAccount) {
        refused.increment();
        throw Refusal.tooMany(
            Text.of("refused.slow"), Duration.between(clock.instant(), slow.windowEnds()));
      }
    }
  }

  /** Counts one attempt for a subject, from all addresses; false if there were too many. */
  public boolean hasRoom(Limit limit, String subject) {
    return hit(limit.name(), subject, limit.window).attempts() <= limit.perAccount;
  }

  /** Counts one attempt that names no account. */
  public void count(Limit limit, String address) {
    refuseOver(limit.perAddress, hit(limit.name() + ":address", network(address), limit.window));
  }

  /**
   * After a successful attempt, forgets the attempts at the account from the same network. Of the
   * attempts from all networks it forgets only this one: the others may be a stranger's.
   */
  public void forgive(Limit limit, String account, String address) {
    database.inTransaction(
        handle -> {
          store.forget(handle, limit.name() + ":account", from(account, address));
          store.forget(handle, Limit.LoginFirst.name(), account + " from " + wideNetwork(address));
          store.forgetOne(handle, Limit.LoginAnywhere.name(), account);
          return null;
        });
  }

  private void refuseOver(int most, Count count) {
    if (count.attempts() > most) {
      refused.increment();
      throw Refusal.tooMany(Duration.between(clock.instant(), count.windowEnds()));
    }
  }

  private Count hit(String scope, String subject, Duration window) {
    Instant now = clock.instant();
    Instant ends = now.plus(window);
    return database.inTransaction(
        handle -> store.hit(handle, scope, subject, now, ends, ends.plus(Sessions.LATE)));
  }

  /** The /64 of an IPv6 address, which one customer has as a whole; an IPv4 address as it is. */
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }

  /** The /24 or /64 of an address: a provider hands out its addresses to customers in turn. */
  private static String neighbourhood(String address) {
    return prefix(address, 8);
  }

  /** The /24 or /48 of an address: one IPv6 customer may have a /48, which has 65,536 networks. */
  private static String wideNetwork(String address) {
    return prefix(address, 6);
  }

  /** The first three bytes of an IPv4 address, or {@code bytesOfSix} bytes of an IPv6 address. */
  private static String prefix(String address, int bytesOfSix) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 16 ? bytesOfSix : 3));
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
