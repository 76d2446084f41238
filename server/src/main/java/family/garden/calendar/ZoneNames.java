package family.garden.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What calendar programs call the time zones of the world. */
final class ZoneNames {
  /** An offset and nothing else, such as "(GMT +1)" or "UTC-03:30". */
  private static final Pattern OFFSET =
      Pattern.compile("\\(?(?:UTC|GMT)? ?([-+]) ?(\\d{1,2})(?::?(\\d{2}))?\\)?");

  private @Nullable Properties windows;

  /** The zone that Java knows by this very name. */
  static Optional<ZoneRules> exact(String name) {
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name).getRules())
        : Optional.empty();
  }

  /**
   * The zone of a foreign name: in other case, after a path such as {@code
   * /mozilla.org/20050126_1/Europe/Berlin}, of Windows, or an offset.
   */
  Optional<ZoneRules> foreign(String name) {
    String rest = name.strip();
    boolean path = rest.startsWith("/") || rest.contains("://");
    while (true) {
      Optional<ZoneRules> found = inAnyCase(rest);
      int slash = rest.indexOf('/');
      if (found.isPresent()) {
        return found;
      }
      if (!path || slash < 0) {
        break;
      }
      rest = rest.substring(slash + 1);
    }
    return windows(name.strip()).or(() -> offset(name.strip()));
  }

  private static Optional<ZoneRules> inAnyCase(String name) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(id -> ZoneId.of(id).getRules());
  }

  private Optional<ZoneRules> windows(String name) {
    Properties table = windows == null ? read() : windows;
    windows = table;
    return table.stringPropertyNames().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(table::getProperty)
        .flatMap(ZoneNames::exact);
  }

  private static Properties read() {
    Properties table = new Properties();
    try (InputStream file = ZoneNames.class.getResourceAsStream("/windows-zones.properties")) {
      table.load(Objects.requireNonNull(file, "windows-zones.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to read windows-zones.properties", e);
    }
    return table;
  }

  private static Optional<ZoneRules> offset(String name) {
    Matcher parts = OFFSET.matcher(name.toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String minutes = parts.group(3) == null ? "0" : parts.group(3);
    int seconds = Integer.parseInt(parts.group(2)) * 3600 + Integer.parseInt(minutes) * 60;
    return seconds > ZoneOffset.MAX.getTotalSeconds()
        ? Optional.empty()
        : Optional.of(
            ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? -seconds : seconds).getRules());
  }
}
