package family.garden.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that a calendar says about one event: when it takes place, and what is different at some of
 * its times (RFC 5545, section 3.8.4.4).
 */
final class SameEvent {
  private final Clocks clocks;
  private final List<Series> masters = new ArrayList<>();
  private final Map<Object, Series> changes = new HashMap<>();
  private final List<Skip> skipped = new ArrayList<>();
  private int lost;

  SameEvent(Clocks clocks) {
    this.clocks = clocks;
  }

  List<Skip> skipped() {
    return skipped;
  }

  /** How many events could not be read at all. */
  int lost() {
    return lost;
  }

  /** Adds a version of the event. An older version of the same counts no more. */
  void add(CalendarEvent event) {
    Series added;
    Object place;
    Moment replaces = event.replaces();
    try {
      added = Series.of(event, clocks);
      place = replaces == null ? "" : place(replaces);
    } catch (UnreadableEvent e) {
      lost++;
      skipped.add(new Skip(e.reason(), 1, e.detail()));
      return;
    }
    if (replaces == null) {
      masters.removeIf(other -> other.event().sequence() < event.sequence());
      if (masters.stream().noneMatch(other -> other.event().sequence() > event.sequence())) {
        masters.add(added);
      }
    } else {
      changes.merge(place, added, (a, b) -> a.event().sequence() > b.event().sequence() ? a : b);
    }
  }

  /** What is equal for all ways to write the same moment. */
  private Object place(Moment moment) throws UnreadableEvent {
    return moment.isDate() ? moment : Clocks.instant(moment.local(), clocks.of(moment));
  }

  /** Takes all nights that the event takes. */
  void take(BusyNights nights) {
    for (Series master : masters) {
      take(master, futures(master), nights);
    }
    for (Series change : changes.values()) {
      if (change.event().andFuture() && change.event().repeats()) {
        take(change, List.of(), nights);
      } else if (change.event().blocks()) {
        nights.take(change.nights(change.start(), change.length()));
      }
    }
  }

  private void take(Series series, List<SeriesTimes.Future> futures, BusyNights nights) {
    if (series.event().blocks()) {
      Exceptions exceptions = new Exceptions(series);
      changes.values().stream()
          .filter(change -> !change.equals(series))
          .forEach(change -> exceptions.add(replaced(change)));
      new SeriesTimes(series, exceptions, futures, nights).take().ifPresent(skipped::add);
    }
  }

  private List<SeriesTimes.Future> futures(Series master) {
    return changes.values().stream()
        .filter(change -> change.event().andFuture())
        .map(change -> future(master, change))
        .sorted(Comparator.comparing(SeriesTimes.Future::from))
        .toList();
  }

  private static SeriesTimes.Future future(Series master, Series change) {
    LocalDateTime from = master.local(replaced(change));
    boolean goesOn = change.event().blocks() && !change.event().repeats();
    Duration shift = Duration.between(from, master.local(change.event().first().start()));
    return new SeriesTimes.Future(from, goesOn ? shift : null, change.length());
  }

  private static Moment replaced(Series change) {
    return Objects.requireNonNull(change.event().replaces());
  }
}
