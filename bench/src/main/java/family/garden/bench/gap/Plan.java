package family.garden.bench.gap;

import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * Which site to send requests to, how often, and as which member.
 *
 * @param address of the site, like {@code https://localhost:8443}
 * @param tls which authorities to trust
 * @param rate requests a second, 1 to 2,000
 * @param email of an administrator, because the table of occupancy is for administrators only
 * @param password theirs
 */
public record Plan(URI address, SSLContext tls, int rate, String email, String password) {
  /**
   * The time between log-ins: the server allows 60 in a quarter of an hour from one address, and
   * the smoke tests of deploys log in from the same one.
   */
  static final Duration LOG_IN_EVERY = Duration.ofSeconds(60);

  public Plan {
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("The address begins with https://, unlike " + address);
    }
    if (rate < 1 || rate > 2000) {
      throw new IllegalArgumentException("The rate is 1 to 2,000 a second, not " + rate);
    }
  }

  @Override
  public String toString() {
    return "%d/s to %s as %s".formatted(rate, address, email);
  }
}
