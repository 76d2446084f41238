package family.garden.calendar;

import family.garden.calendar.CalendarEvent.Span;
import family.garden.occupancy.Nights;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events may touch some nights, judged by dates alone: generously, as no zone is known yet.
 *
 * @param earliest what ends before is over
 * @param latest what begins later is too far ahead
 */
record Nearness(LocalDate earliest, LocalDate latest) {
  /** More than time zones differ. */
  private static final int MARGIN_DAYS = 2;

  /** An exception may stand for a time that reaches into the nights from as long ago. */
  private static final int LONGEST_DAYS = 62;

  static Nearness of(Nights nights) {
    return new Nearness(nights.start().minusDays(MARGIN_DAYS), nights.end().plusDays(MARGIN_DAYS));
  }

  /** The event without what is over; null if all of it is, or too far ahead. */
  @Nullable CalendarEvent trimmed(CalendarEvent event) {
    long days = days(event.first());
    List<Span> dates =
        event.dates().stream().filter(span -> touches(span, Math.max(days, days(span)))).toList();
    boolean near =
        event.andFuture()
            || touches(event.first(), days)
            || !dates.isEmpty()
            || event.rules().stream().anyMatch(rule -> goesOn(rule, days))
            || (event.replaces() != null
                && !event.replaces().day().isBefore(earliest.minusDays(LONGEST_DAYS)));
    if (!near) {
      return null;
    }
    LocalDate since = earliest.minusDays(days);
    List<Moment> exceptions =
        event.exceptDates().stream()
            .filter(date -> !date.day().isBefore(since) && !date.day().isAfter(latest))
            .toList();
    return event.withDates(dates, exceptions);
  }

  private static long days(Span span) {
    if (span.end() != null) {
      return Math.max(1, span.end().day().toEpochDay() - span.start().day().toEpochDay());
    }
    return span.length() == null ? 1 : span.length().days();
  }

  private boolean touches(Span span, long days) {
    LocalDate start = span.start().day();
    return !start.plusDays(days).isBefore(earliest) && !start.isAfter(latest);
  }

  /** A rule that cannot be read is looked at later. */
  private boolean goesOn(String text, long days) {
    try {
      Moment until = Rule.of(text, false).until();
      return until == null || !until.day().plusDays(days).isBefore(earliest);
    } catch (UnreadableEvent e) {
      return true;
    }
  }
}
