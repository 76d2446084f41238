package family.garden.platform.http;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;

/** Dates as people write them. */
public final class Dates {
  private static final DateTimeFormatter GERMAN =
      DateTimeFormatter.ofPattern("ccc d. MMM uuuu", Language.GERMAN.locale());
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("ccc d MMM uuuu", Language.ENGLISH.locale());

  private static final DateTimeFormatter GERMAN_TIME =
      DateTimeFormatter.ofPattern("ccc d. MMM uuuu, HH:mm 'Uhr'", Language.GERMAN.locale());
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("ccc d MMM uuuu, HH:mm", Language.ENGLISH.locale());

  private Dates() {}

  /** The date in a sentence in {@code language}: "Fr 15. Jan. 2027", "Fri 15 Jan 2027". */
  public static String format(LocalDate date, Language language) {
    return date.format(language == Language.GERMAN ? GERMAN : ENGLISH);
  }

  static Object format(Object argument, Language language) {
    return switch (argument) {
      case LocalDate date -> format(date, language);
      case LocalDateTime time ->
          time.format(language == Language.GERMAN ? GERMAN_TIME : ENGLISH_TIME);
      case Collection<?> several ->
          several.stream()
              .map(one -> format(one, language).toString())
              .collect(Collectors.joining(", "));
      case Text text -> text.in(language);
      default -> argument;
    };
  }
}
