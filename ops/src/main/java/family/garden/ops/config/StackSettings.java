package family.garden.ops.config;

/**
 * What only the containers use. It is checked here so that a value that stops one of them is
 * refused while everything still runs; Compose hands them over as they are.
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
    reader.matching("BOOKING_OIDC_ISSUER", "", "(|https?://\\S+)", "an address like https://…");
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
