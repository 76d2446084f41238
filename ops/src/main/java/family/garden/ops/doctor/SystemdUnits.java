package family.garden.ops.doctor;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of units, as "systemctl show" prints them. */
record SystemdUnits(Map<String, Map<String, String>> units) {
  private static final Pattern MOMENT =
      Pattern.compile("\\S+ (\\d{4}-[01]\\d-[0-3]\\d) ([0-2]\\d:[0-5]\\d:[0-5]\\d) UTC");

  static SystemdUnits parse(String shown) {
    Map<String, Map<String, String>> units = new HashMap<>();
    for (String block : shown.split("\n\\s*\n", -1)) {
      Map<String, String> properties = new HashMap<>();
      for (String line : block.lines().toList()) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          properties.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
      units.put(properties.getOrDefault("Id", ""), properties);
    }
    return new SystemdUnits(units);
  }

  /** Empty where the unit or the property is missing. */
  String value(String unit, String property) {
    return units.getOrDefault(unit, Map.of()).getOrDefault(property, "");
  }

  boolean isInstalled(String unit) {
    return value(unit, "LoadState").equals("loaded");
  }

  boolean isActive(String unit) {
    return value(unit, "ActiveState").equals("active");
  }

  boolean isDisabled(String unit) {
    return value(unit, "UnitFileState").equals("disabled");
  }

  /** A time like {@code @1796073068}, or {@code Sun 2026-11-29 05:14:38 UTC}. */
  Optional<Instant> moment(String unit, String property) {
    String time = value(unit, property);
    if (time.matches("@\\d{1,12}")) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(time.substring(1))));
    }
    Matcher matcher = MOMENT.matcher(time);
    return matcher.matches()
        ? Optional.of(Instant.parse(matcher.group(1) + "T" + matcher.group(2) + "Z"))
        : Optional.empty();
  }
}
