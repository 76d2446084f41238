package family.garden.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The address that people use: a host, perhaps with a port. The service cannot be served below a
 * path, because its pages and its API begin at the root.
 */
final class PublicUrl {
  private static final String NAME = "BOOKING_PUBLIC_URL";

  private PublicUrl() {}

  /** The address without a slash at its end; a problem is added if it is wrong. */
  static String read(Settings settings, Problems problems, int port) {
    String fallback = "http://localhost:" + port;
    String value = settings.optional(NAME);
    if (value == null) {
      return fallback;
    }
    String wrong = wrong(value);
    if (wrong != null) {
      problems.add(NAME, wrong, "an address like https://booking.example.org or with a port");
      return fallback;
    }
    return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
  }

  /** Not repeated: an address may contain a password. */
  private static @Nullable String wrong(String value) {
    URI uri;
    try {
      uri = new URI(value);
    } catch (URISyntaxException malformed) {
      return "not a web address";
    }
    if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("https?")) {
      return "not a web address";
    }
    if (uri.getRawUserInfo() != null) {
      return "has a user before the host";
    }
    if (!uri.getRawPath().matches("/?")) {
      return "has a path, and Booking needs a host name of its own";
    }
    return uri.getRawQuery() == null && uri.getRawFragment() == null
        ? null
        : "has something after a ? or #";
  }
}
