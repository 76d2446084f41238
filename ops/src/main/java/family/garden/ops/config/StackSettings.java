package family.garden.ops.config;

import java.net.URI;

/**
 * Checks the settings that only the containers use. bookingctl refuses a value that would stop a
 * container while everything still runs; Compose passes them on unchecked.
 */
final class StackSettings {
  private static final String NAME =
      "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*";
  private static final String NAMES = "[ ,]*%1$s([ ,]+%1$s)*[ ,]*".formatted(NAME);

  private StackSettings() {}

  static void check(Settings.Reader reader) {
    names(reader);
    int http = reader.number("BOOKING_HTTP_PORT", 80, 1, 65535);
    int https = reader.number("BOOKING_HTTPS_PORT", 443, 1, 65535);
    if (http == https) {
      reader.problems().add("BOOKING_HTTP_PORT", "is the same as BOOKING_HTTPS_PORT");
    }
    reader.optionalPath("BOOKING_OIDC_CLIENT_SECRET_FILE");
    reader.optionalPath("BOOKING_CERTIFICATE_FILE");
    reader.optionalPath("BOOKING_CERTIFICATE_KEY_FILE");
    if (reader.text("BOOKING_CERTIFICATE_FILE", "").isEmpty()
        != reader.text("BOOKING_CERTIFICATE_KEY_FILE", "").isEmpty()) {
      reader
          .problems()
          .add("BOOKING_CERTIFICATE_FILE", "needs BOOKING_CERTIFICATE_KEY_FILE, and it this");
    }
    reader.matching(
        "BOOKING_CALENDAR_TRUSTED_HOSTS",
        "",
        "(|[A-Za-z0-9._:-]+( *, *[A-Za-z0-9._:-]+)*)",
        "names of hosts with commas between them");
    issuer(reader);
  }

  /** The rule of the server: TLS, or this machine itself. */
  private static void issuer(Settings.Reader reader) {
    String issuer = reader.text("BOOKING_OIDC_ISSUER", "");
    if (!issuer.isEmpty() && !isSafe(issuer)) {
      reader
          .problems()
          .add(
              "BOOKING_OIDC_ISSUER",
              "expected an address like https://accounts.google.com, not " + issuer);
    }
  }

  private static boolean isSafe(String issuer) {
    try {
      URI uri = URI.create(issuer);
      boolean here = "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || here)
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static void names(Settings.Reader reader) {
    String names =
        reader.matching(
            "BOOKING_NAMES",
            "booking.family.local",
            NAMES,
            "names of the site like booking.family.local, with blanks between them");
    for (String name : names.split("[ ,]+", -1)) {
      if (name.matches("[0-9.]+") && !name.isEmpty()) {
        reader
            .problems()
            .add("BOOKING_NAMES", "expected names; the certificate is for no address like " + name);
      }
    }
  }
}
