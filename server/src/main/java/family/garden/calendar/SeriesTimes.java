package family.garden.calendar;

import family.garden.calendar.CalendarEvent.Span;
import family.garden.occupancy.Nights;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The times of a repeating event on its own clock, and the nights that they take. */
final class SeriesTimes {
  /** Every hour for eleven years. */
  private static final int MOST_TIMES = 100_000;

  private static final int MARGIN_DAYS = 2;

  private final Series series;
  private final Exceptions exceptions;
  private final NavigableMap<LocalDateTime, Future> futures;
  private final BusyNights nights;
  private final LocalDateTime from;
  private final LocalDateTime to;
  private int walked;
  private @Nullable Skip skip;

  /**
   * A change of all times from one on.
   *
   * @param shift how much later they are; null if there are none, or they follow another rule
   */
  record Future(@Nullable Duration shift, Length length) {
    private long days() {
      return length.days() + (shift == null ? 0 : Math.abs(shift.toDays()));
    }
  }

  /**
   * @param futures by the time that they change first
   */
  SeriesTimes(
      Series series,
      Exceptions exceptions,
      NavigableMap<LocalDateTime, Future> futures,
      BusyNights nights) {
    this.series = series;
    this.exceptions = exceptions;
    this.futures = futures;
    this.nights = nights;
    long lasting = series.length().days();
    long days =
        MARGIN_DAYS + futures.values().stream().mapToLong(Future::days).reduce(lasting, Math::max);
    Nights window = nights.window();
    this.from = window.start().minusDays(days).atStartOfDay();
    this.to = window.end().plusDays(days).atStartOfDay();
  }

  /** Takes the nights, and returns what could not be followed. */
  Optional<Skip> take() {
    CalendarEvent event = series.event();
    event.exceptRules().forEach(rule -> walk(rule, exceptions::add));
    event.rules().forEach(rule -> walk(rule, time -> take(time, series.length())));
    if (event.rules().isEmpty() || skip != null) {
      take(series.start(), series.length());
    }
    for (Span date : event.dates()) {
      boolean period = date.end() != null || date.length() != null;
      take(series.local(date.start()), period ? series.length(date) : series.length());
    }
    return Optional.ofNullable(skip);
  }

  private void walk(String text, Consumer<LocalDateTime> use) {
    try {
      Rule rule = Rule.of(text, series.days());
      Moment until = rule.until();
      rule.walk(
          series.start(),
          from,
          time -> {
            boolean over =
                time.isAfter(to)
                    || (until != null
                        && !time.equals(series.start())
                        && !series.isUntil(time, until));
            if (over || !nights.count()) {
              return false;
            }
            use.accept(time);
            if (++walked > MOST_TIMES) {
              skip = new Skip(Skip.Reason.TOO_OFTEN, 1, text);
              return false;
            }
            return true;
          });
    } catch (UnreadableEvent e) {
      skip = new Skip(e.reason(), 1, e.detail());
    }
  }

  private void take(LocalDateTime time, Length length) {
    if (exceptions.has(time)) {
      return;
    }
    Map.Entry<LocalDateTime, Future> change = futures.floorEntry(time);
    Future future = change == null ? null : change.getValue();
    if (future == null) {
      nights.take(series.nights(time, length));
    } else if (future.shift() != null && !exceptions.has(time.plus(future.shift()))) {
      nights.take(series.nights(time.plus(future.shift()), future.length()));
    }
  }
}
