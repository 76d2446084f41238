package family.garden.calendar;

import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.ICalDate;
import family.garden.booking.Nights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How long an event lasts each time, as nights: of one that lasts whole days the nights of its
 * days, of any other from the day that it begins to the day that it ends; one night at the least.
 *
 * @param days whether it lasts whole days
 * @param duration of whole days 24 hours each
 * @param zone whose days
 */
record Occasion(boolean days, Duration duration, ZoneId zone) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(1000);

  /** Whether it is not cancelled, and not shown as free time. */
  static boolean takesTime(VEvent event) {
    Status status = event.getStatus();
    boolean cancelled = status != null && status.isCancelled();
    boolean free = event.getTransparency() != null && event.getTransparency().isTransparent();
    return !cancelled && !free;
  }

  static Occasion of(VEvent event, ZoneId garden) {
    ICalDate start = event.getDateStart().getValue();
    boolean days = !start.hasTime();
    // The library reads dates without a time as midnight where the machine is.
    ZoneId zone = days ? ZoneId.systemDefault() : garden;
    return new Occasion(days, duration(event, start, zone), zone);
  }

  private static Duration duration(VEvent event, ICalDate start, ZoneId zone) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      ICalDate end = event.getDateEnd().getValue();
      Duration lasts =
          start.hasTime()
              ? Duration.between(start.toInstant(), end.toInstant())
              : Duration.ofDays(ChronoUnit.DAYS.between(day(start, zone), day(end, zone)));
      return limited(lasts);
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      return limited(Duration.ofMillis(event.getDuration().getValue().toMillis()));
    }
    return start.hasTime() ? Duration.ZERO : DAY;
  }

  private static Duration limited(Duration lasts) {
    if (lasts.isNegative()) {
      return Duration.ZERO;
    }
    return lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts;
  }

  /** The nights it takes when it begins at {@code time}. */
  Nights nights(Instant time) {
    LocalDate first = LocalDate.ofInstant(time, zone);
    LocalDate last =
        days ? first.plusDays(duration.toDays()) : LocalDate.ofInstant(time.plus(duration), zone);
    return new Nights(first, last.isAfter(first) ? last : first.plusDays(1));
  }

  private static LocalDate day(ICalDate date, ZoneId zone) {
    return LocalDate.ofInstant(date.toInstant(), zone);
  }
}
