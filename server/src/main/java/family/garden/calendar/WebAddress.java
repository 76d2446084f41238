package family.garden.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a calendar is on the web: http or https with a host, and without user and password.
 *
 * @param uri absolute
 */
record WebAddress(URI uri) {
  private static final int LONGEST = 2000;

  /** The address typed; {@code webcal:} is read as {@code https:}. Empty if it is none. */
  static Optional<WebAddress> of(@Nullable String typed) {
    if (typed == null || typed.length() > LONGEST) {
      return Optional.empty();
    }
    String text = typed.strip().replaceFirst("^(?i)webcals?:", "https:");
    try {
      return of(new URI(text));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<WebAddress> of(URI uri) {
    boolean web =
        "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    return web && uri.getHost() != null && uri.getRawUserInfo() == null
        ? Optional.of(new WebAddress(uri))
        : Optional.empty();
  }

  /** Where a redirect from here leads; empty if to no address that could be requested. */
  Optional<WebAddress> leadingTo(@Nullable String location) {
    if (location == null || location.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return of(uri.resolve(new URI(location)));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /** Whether host and port are those of the other, or it is the step from http to https there. */
  boolean isAtTheSamePlaceAs(WebAddress other) {
    boolean stepUp = secure() && !other.secure() && hasUsualPort() && other.hasUsualPort();
    return host().equals(other.host())
        && (stepUp || (port() == other.port() && secure() == other.secure()));
  }

  boolean secure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** In lower case; an IPv6 address without its brackets. */
  String host() {
    return Objects.requireNonNull(uri.getHost()).toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
  }

  int port() {
    return uri.getPort() >= 0 ? uri.getPort() : usualPort();
  }

  boolean hasUsualPort() {
    return port() == usualPort();
  }

  private int usualPort() {
    return secure() ? 443 : 80;
  }

  /** Path and query, as they go over the wire. */
  String target() {
    URI ascii = URI.create(uri.toASCIIString());
    String path = ascii.getRawPath();
    String query = ascii.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }
}
