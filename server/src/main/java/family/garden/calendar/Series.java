package family.garden.calendar;

import family.garden.calendar.CalendarEvent.Span;
import family.garden.occupancy.Nights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * An event with its times on one clock: that of its start. Whole days are midnights on it, and no
 * zone is ever asked about them.
 *
 * @param days whether it lasts whole days
 */
record Series(
    CalendarEvent event,
    boolean days,
    ZoneRules clock,
    LocalDateTime start,
    Length length,
    Clocks clocks) {

  /**
   * @throws UnreadableEvent if nobody knows its zone
   */
  static Series of(CalendarEvent event, Clocks clocks) throws UnreadableEvent {
    Moment first = event.first().start();
    Series series =
        new Series(event, first.isDate(), clocks.of(first), first.local(), Length.NONE, clocks);
    Length length = series.length(event.first());
    return new Series(event, series.days, series.clock, series.start, length, clocks);
  }

  /** How long one time of it lasts that says so itself. */
  Length length(Span span) {
    Moment end = span.end();
    if (end != null) {
      LocalDateTime from = local(span.start());
      LocalDateTime until = end.isDate() ? end.local() : local(end);
      return Length.clock(Duration.between(from, until));
    }
    return Objects.requireNonNullElse(span.length(), Length.NONE);
  }

  /** What its clock shows at a moment, which may be of another zone or type. */
  LocalDateTime local(Moment moment) {
    if (days) {
      return clocks.day(moment).atStartOfDay();
    }
    if (moment.isDate()) {
      return moment.day().atTime(start.toLocalTime());
    }
    boolean same = Objects.equals(moment.zone(), event.first().start().zone());
    if (moment.kind() == Moment.Kind.FLOATING || (moment.zone() != null && same)) {
      return moment.local();
    }
    try {
      Instant instant = Clocks.instant(moment.local(), clocks.of(moment));
      return LocalDateTime.ofInstant(instant, clock.getOffset(instant));
    } catch (UnreadableEvent unknownZone) {
      return moment.local();
    }
  }

  /** Whether a time is not later than {@code end}; a date as the end is all of its day. */
  boolean isUntil(LocalDateTime time, Moment end) {
    if (days || end.isDate()) {
      return !time.toLocalDate().isAfter(days ? clocks.day(end) : end.day());
    }
    return !time.isAfter(local(end));
  }

  /** The nights that it takes when it begins at a time on its clock; one at the least. */
  Nights nights(LocalDateTime time, Length lasting) {
    LocalDate first;
    LocalDate last;
    if (days) {
      first = time.toLocalDate();
      last = first.plusDays(lasting.days());
    } else {
      Instant end = Clocks.instant(time.plus(lasting.clock()), clock).plus(lasting.exact());
      first = clocks.inGarden(Clocks.instant(time, clock)).toLocalDate();
      last = clocks.inGarden(end).toLocalDate();
    }
    return new Nights(first, last.isAfter(first) ? last : first.plusDays(1));
  }
}
