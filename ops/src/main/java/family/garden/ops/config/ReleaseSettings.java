package family.garden.ops.config;

import java.nio.file.Path;

/**
 * Where releases come from, and whose are trusted.
 *
 * @param source {@code BOOKING_RELEASES}: a folder, or an address that begins with https://
 *     (http:// for this machine itself); empty if none is set
 * @param keys {@code BOOKING_RELEASE_KEYS}: a file with the public Ed25519 keys, PEM, any of which
 *     may have signed a release
 * @param preReleases {@code BOOKING_PRERELEASES}: whether the newest release may be a pre-release
 *     like 1.4.0-rc.2; any release can be deployed by its name
 */
public record ReleaseSettings(String source, Path keys, boolean preReleases) {
  private static final String SOURCE =
      "(|/.*|https://[^\\s/?#]+(/[^\\s?#]*)?|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s?#]*)?)";

  static ReleaseSettings read(Settings.Reader reader, Path settings) {
    return new ReleaseSettings(
        reader.matching(
            "BOOKING_RELEASES", "", SOURCE, "a folder that begins with /, or an https:// address"),
        reader.path("BOOKING_RELEASE_KEYS", settings.resolveSibling("release-keys.pem")),
        reader.matching("BOOKING_PRERELEASES", "no", "yes|no", "yes or no").equals("yes"));
  }
}
