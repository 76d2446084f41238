package family.garden.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, or a date with a time, as a calendar writes it (RFC 5545, sections 3.3.4 and 3.3.5).
 *
 * @param local of a date its midnight
 * @param zone the name of the time zone; null where there is none, and of a date or a time in UTC
 */
record Moment(LocalDateTime local, Kind kind, @Nullable String zone) {
  /** What a moment is. A floating time is meant in the zone of its reader. */
  enum Kind {
    DATE,
    FLOATING,
    UTC,
    ZONED
  }

  private static final Pattern TEXT =
      Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:[Tt ](\\d{2})(\\d{2})(\\d{2})?([Zz])?)?");

  /** The moment that a text is; empty if it is none. What it looks like counts, not its type. */
  static Optional<Moment> of(String text, @Nullable String zone, @Nullable String type) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      if (parts.group(4) == null || "DATE".equalsIgnoreCase(type)) {
        return Optional.of(date(date));
      }
      // 24:00 is the midnight after, and a leap second the last second before it.
      boolean midnight = number(parts, 4) == 24 && number(parts, 5) == 0;
      int second = parts.group(6) == null ? 0 : Math.min(number(parts, 6), 59);
      LocalDateTime local =
          midnight
              ? date.plusDays(1).atStartOfDay()
              : date.atTime(number(parts, 4), number(parts, 5), second);
      if (parts.group(7) != null) {
        return Optional.of(new Moment(local, Kind.UTC, null));
      }
      return Optional.of(new Moment(local, zone == null ? Kind.FLOATING : Kind.ZONED, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Moment date(LocalDate date) {
    return new Moment(date.atStartOfDay(), Kind.DATE, null);
  }

  boolean isDate() {
    return kind == Kind.DATE;
  }

  LocalDate day() {
    return local.toLocalDate();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
