package family.garden.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;

/** Times at which a repeating event does not take place, on its own clock. */
final class Exceptions {
  private final Series series;
  private final Set<LocalDateTime> times = new HashSet<>();
  private final Set<LocalDate> days = new HashSet<>();

  Exceptions(Series series) {
    this.series = series;
    series.event().exceptDates().forEach(this::add);
  }

  /** A date excepts whatever begins on it. */
  void add(Moment moment) {
    if (moment.isDate()) {
      days.add(moment.day());
    } else {
      times.add(series.local(moment));
    }
  }

  void add(LocalDateTime time) {
    times.add(time);
  }

  boolean has(LocalDateTime time) {
    return times.contains(time) || days.contains(time.toLocalDate());
  }
}
