package family.garden.e2e;

import family.garden.contract.GardenServer;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Formats dates as the German screens do. */
final class GermanDates {
  private GermanDates() {}

  /** "Fr 15. Jan."; the year follows where it is not this one. */
  static String day(LocalDate day) {
    return weekday(day) + " " + date(day, !isOfThisYear(day));
  }

  static String shortMonth(LocalDate month) {
    return format(month, "MMM uuuu");
  }

  static String stay(Stay stay) {
    return stay(stay.startDate(), stay.endDate());
  }

  /** "Fr 15. – So 17. Jan. · 2 Nächte" */
  static String stay(LocalDate start, LocalDate end) {
    boolean startYear = start.getYear() != end.getYear() && !isOfThisYear(start);
    String first =
        YearMonth.from(start).equals(YearMonth.from(end))
            ? start.getDayOfMonth() + "."
            : date(start, startYear);
    long nights = ChronoUnit.DAYS.between(start, end);
    return "%s %s – %s %s · %s"
        .formatted(
            weekday(start),
            first,
            weekday(end),
            date(end, startYear || !isOfThisYear(end)),
            nights == 1 ? "1 Nacht" : nights + " Nächte");
  }

  private static boolean isOfThisYear(LocalDate day) {
    return day.getYear() == GardenServer.today().getYear();
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, Locale.GERMANY);
  }

  private static String date(LocalDate day, boolean withYear) {
    return format(day, withYear ? "d. MMM uuuu" : "d. MMM");
  }

  private static String format(LocalDate day, String pattern) {
    return day.format(DateTimeFormatter.ofPattern(pattern, Locale.GERMANY));
  }
}
