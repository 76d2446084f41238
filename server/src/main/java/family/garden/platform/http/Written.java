package family.garden.platform.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses values of requests, which have one spelling each, in ASCII, with nothing around them. */
final class Written {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,9}");

  private Written() {}

  /** The date of the years 1 to 9999; null if it is spelled otherwise, or does not exist. */
  static @Nullable LocalDate date(String text) {
    if (!DATE.matcher(text).matches() || text.startsWith("0000")) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noSuchDay) {
      return null;
    }
  }

  /** The UUID; null if it is spelled otherwise. */
  static @Nullable UUID id(String text) {
    return ID.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  /** The whole number; null if it is spelled otherwise, or is no int. */
  static @Nullable Integer number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    long number = Long.parseLong(text);
    return number == (int) number ? (int) number : null;
  }
}
