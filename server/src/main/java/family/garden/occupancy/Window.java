package family.garden.occupancy;

import family.garden.platform.http.Query;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The nights that a request asks about. */
public final class Window {
  private static final int MOST = 400;

  private Window() {}

  /**
   * The nights between two query parameters.
   *
   * @throws Refusal 400 if a date is missing or malformed, or there are no nights or over 400
   */
  public static Nights of(
      String startName, @Nullable String start, String endName, @Nullable String end) {
    LocalDate from = Query.date(startName, start);
    LocalDate to = Query.date(endName, end);
    if (!to.isAfter(from)) {
      throw Refusal.invalid(endName, Text.of("nights.none"));
    }
    if (ChronoUnit.DAYS.between(from, to) > MOST) {
      throw Refusal.invalid(endName, Text.of("nights.many", MOST));
    }
    return new Nights(from, to);
  }
}
