package family.garden.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What calendar programs call the time zones of the world. */
final class ZoneNames {
  /** An offset and nothing else, such as "(GMT +1)" or "UTC-03:30". */
  private static final Pattern OFFSET =
      Pattern.compile("\\(?(?:UTC|GMT)? ?([-+]) ?(\\d{1,2})(?::?(\\d{2}))?\\)?");

  /** A longer name is no zone's. */
  static final int LONGEST = 255;

  /** As in {@code America/Argentina/Buenos_Aires}. */
  private static final int MOST_PARTS = 3;

  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  private final NavigableMap<String, String> inAnyCase =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private @Nullable NavigableMap<String, String> windows;

  /** The zone that Java knows by this very name. */
  static Optional<ZoneRules> exact(String name) {
    return KNOWN.contains(name) ? Optional.of(ZoneId.of(name).getRules()) : Optional.empty();
  }

  /**
   * The zone of a foreign name: in other case, after a path such as {@code
   * /mozilla.org/20050126_1/Europe/Berlin}, of Windows, or an offset.
   */
  Optional<ZoneRules> foreign(String name) {
    String stripped = name.strip();
    boolean path = stripped.startsWith("/") || stripped.contains("://");
    List<String> parts = path ? List.of(stripped.split("/", -1)) : List.of(stripped);
    for (int from = Math.max(0, parts.size() - MOST_PARTS); from < parts.size(); from++) {
      Optional<ZoneRules> found = inAnyCase(String.join("/", parts.subList(from, parts.size())));
      if (found.isPresent()) {
        return found;
      }
    }
    return windows(stripped).or(() -> offset(stripped));
  }

  private Optional<ZoneRules> inAnyCase(String name) {
    if (inAnyCase.isEmpty()) {
      KNOWN.forEach(id -> inAnyCase.put(id, id));
    }
    return Optional.ofNullable(inAnyCase.get(name)).flatMap(ZoneNames::exact);
  }

  private Optional<ZoneRules> windows(String name) {
    NavigableMap<String, String> table = windows;
    if (table == null) {
      table = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      Properties read = read();
      for (String windowsName : read.stringPropertyNames()) {
        table.put(windowsName, read.getProperty(windowsName));
      }
      windows = table;
    }
    return Optional.ofNullable(table.get(name)).flatMap(ZoneNames::exact);
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
