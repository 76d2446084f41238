package family.garden.platform.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters. Jakarta REST would answer 404 to a parameter that it cannot convert,
 * without naming it.
 */
public final class Query {
  private Query() {}

  /**
   * A date.
   *
   * @throws Refusal 400 if it is missing or no date of the years 1 to 9999
   */
  public static LocalDate date(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw Refusal.invalid(name, Text.of("field.missing"));
    }
    LocalDate date = Written.date(value);
    if (date != null) {
      return date;
    }
    throw Refusal.invalid(name, Text.of("field.date"));
  }

  /**
   * A whole number; {@code fallback} if the parameter is absent.
   *
   * @throws Refusal 400 if it is no whole number from {@code least} to {@code most}
   */
  public static int number(String name, @Nullable String value, int fallback, int least, int most) {
    if (value == null) {
      return fallback;
    }
    Integer number = Written.number(value);
    if (number != null && number >= least && number <= most) {
      return number;
    }
    throw Refusal.invalid(name, Text.of("field.number", least, most));
  }

  /**
   * The constant of {@code type} with this name; null if the parameter is absent.
   *
   * @throws Refusal 400 if there is no such constant
   */
  public static <E extends Enum<E>> @Nullable E oneOf(
      String name, @Nullable String value, Class<E> type) {
    if (value == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid(name, Text.of("field.value")));
  }

  /**
   * A UUID; null if the parameter is absent.
   *
   * @throws Refusal 400 if it is there and no UUID
   */
  public static @Nullable UUID id(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    UUID id = Written.id(value);
    if (id == null) {
      throw Refusal.invalid(name, Text.of("field.format"));
    }
    return id;
  }

  /**
   * A flag; false if the parameter is absent.
   *
   * @throws Refusal 400 if it is neither {@code true} nor {@code false}
   */
  public static boolean flag(String name, @Nullable String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw Refusal.invalid(name, Text.of("field.flag"));
  }
}
