package family.garden.platform.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect provider that members can log in with.
 *
 * @param issuer exactly as its tokens name it
 * @param name what people call it
 */
public record OidcSettings(String issuer, String clientId, String clientSecret, String name) {

  /** The settings; null if there are none; a problem is added if only some are set. */
  static @Nullable OidcSettings read(Settings settings, Problems problems) {
    String issuer = settings.optional("BOOKING_OIDC_ISSUER");
    String id = settings.optional("BOOKING_OIDC_CLIENT_ID");
    String secret = settings.optional("BOOKING_OIDC_CLIENT_SECRET");
    String name = settings.parsed("BOOKING_OIDC_NAME", "Google", "a name", given -> given);
    if (issuer == null && id == null && secret == null) {
      return null;
    }
    String together = "; needed with the other BOOKING_OIDC settings";
    if (issuer == null) {
      problems.add("BOOKING_OIDC_ISSUER", "missing", "the provider's address" + together);
    } else if (!isSafe(issuer)) {
      problems.add(
          "BOOKING_OIDC_ISSUER",
          "\"" + issuer + "\" cannot be used",
          "an address like https://accounts.google.com");
    }
    if (id == null) {
      problems.add("BOOKING_OIDC_CLIENT_ID", "missing", "the id the provider gave" + together);
    }
    if (secret == null) {
      problems.add("BOOKING_OIDC_CLIENT_SECRET", "missing", "the provider's secret" + together);
    }
    return issuer == null || id == null || secret == null
        ? null
        : new OidcSettings(issuer, id, secret, name);
  }

  /**
   * Without TLS anybody on the network could forge an identity; on this machine nobody can. {@code
   * StackSettings} of bookingctl has the same rule, because the two programs share no code.
   */
  private static boolean isSafe(String issuer) {
    try {
      URI uri = URI.create(issuer);
      return uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && uri.getHost().equals("localhost")));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
