package family.garden.access;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a device is, in words that its owner knows, as far as its browser tells. That may be a lie,
 * and decides nothing.
 *
 * @param browser null if it is none of the usual ones
 * @param system the operating system; null if it is none of the usual ones
 */
record Device(@Nullable String browser, @Nullable String system) {
  private static final int LONGEST = 500;

  /** In this order, for most browsers name others too. */
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
    String told = userAgent == null ? "" : userAgent;
    String read = told.substring(0, Math.min(told.length(), LONGEST));
    return new Device(first(BROWSERS, read), first(SYSTEMS, read));
  }

  private static @Nullable String first(List<Map.Entry<String, String>> known, String told) {
    return known.stream()
        .filter(entry -> told.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
