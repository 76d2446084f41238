package family.garden.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a device, in words that its owner knows, from the User-Agent header. The header may
 * be forged, so nothing is decided by it.
 *
 * @param browser null if it is none of the usual ones
 * @param system the operating system; null if it is none of the usual ones
 */
record Device(@Nullable String browser, @Nullable String system) {
  private static final int LONGEST = 500;

  /** In this order, because most browsers name others too. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("Vivaldi/", "Vivaldi"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("Windows", "Windows"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Macintosh", "Mac"),
          Map.entry("Linux", "Linux"));

  /**
   * The device that sent a request.
   *
   * @param userAgent the header, of which the first 500 characters are read; null if none came
   */
  static Device of(@Nullable String userAgent) {
    String header = userAgent == null ? "" : userAgent;
    String read = header.substring(0, Math.min(header.length(), LONGEST));
    return new Device(first(BROWSERS, read), first(SYSTEMS, read));
  }

  private static @Nullable String first(List<Map.Entry<String, String>> known, String header) {
    return known.stream()
        .filter(entry -> header.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
