package family.garden.e2e;

import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Formats dates as the German screens do. */
final class GermanDates {
  private GermanDates() {}

  static String day(LocalDate day) {
    return format(day, "d. MMM uuuu");
  }

  static String month(LocalDate month) {
    return format(month, "MMMM uuuu");
  }

  static String shortMonth(LocalDate month) {
    return format(month, "MMM uuuu");
  }

  static String stay(Stay stay) {
    long nights = ChronoUnit.DAYS.between(stay.startDate(), stay.endDate());
    return "%s → %s (%s)"
        .formatted(
            day(stay.startDate()),
            day(stay.endDate()),
            nights == 1 ? "1 Nacht" : nights + " Nächte");
  }

  private static String format(LocalDate day, String pattern) {
    return day.format(DateTimeFormatter.ofPattern(pattern, Locale.GERMANY));
  }
}
