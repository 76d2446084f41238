package family.garden.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that a calendar says about one event: when it takes place, and what is different at some of
 * its times (RFC 5545, section 3.8.4.4).
 */
final class SameEvent {
  private static final Object OF_MASTERS = "";

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
      place = replaces == null ? OF_MASTERS : place(replaces);
    } catch (UnreadableEvent e) {
      if (!event.isOver()) {
        lost++;
        CalendarContent.count(skipped, e.reason(), 1, e.detail());
      }
      return;
    }
    if (replaces == null) {
      addMaster(added);
    } else {
      changes.merge(place, added, (a, b) -> a.event().sequence() > b.event().sequence() ? a : b);
    }
  }

  /** All masters are of the newest version. */
  private void addMaster(Series added) {
    int newest = masters.isEmpty() ? 0 : masters.getFirst().event().sequence();
    if (added.event().sequence() > newest) {
      masters.clear();
    }
    if (added.event().sequence() >= newest) {
      masters.add(added);
    }
  }

  /** What is equal for all ways to write the same moment. */
  private Object place(Moment moment) throws UnreadableEvent {
    return moment.isDate() ? moment : Clocks.instant(moment.local(), clocks.of(moment));
  }

  /**
   * Takes all nights that the event takes. Some programs give many events one and the same
   * identifier, so that each change is one of each of them: all of it counts as work.
   */
  void take(BusyNights nights) {
    for (Series master : masters) {
      take(master, OF_MASTERS, nights);
    }
    for (Map.Entry<Object, Series> one : changes.entrySet()) {
      Series change = one.getValue();
      if (change.event().andFuture() && change.event().repeats()) {
        take(change, one.getKey(), nights);
      } else if (change.event().blocks()) {
        nights.take(change.nights(change.start(), change.length()));
      }
    }
  }

  private void take(Series series, Object place, BusyNights nights) {
    if (!series.event().blocks()) {
      return;
    }
    Exceptions exceptions = new Exceptions(series);
    List<Series> ahead = new ArrayList<>();
    for (Map.Entry<Object, Series> one : changes.entrySet()) {
      if (!nights.count()) {
        return;
      }
      Series change = one.getValue();
      if (!one.getKey().equals(place)) {
        exceptions.add(replaced(change));
        if (change.event().andFuture()) {
          ahead.add(change);
        }
      }
    }
    new SeriesTimes(series, exceptions, futures(series, ahead), nights)
        .take()
        .ifPresent(skip -> CalendarContent.count(skipped, skip.reason(), 1, skip.detail()));
  }

  /**
   * How the times of a series change from one on: until a change that repeats by a rule of its own,
   * for the later changes are changes of that one.
   */
  private static NavigableMap<LocalDateTime, SeriesTimes.Future> futures(
      Series series, List<Series> changes) {
    NavigableMap<LocalDateTime, Series> inOrder = new TreeMap<>();
    changes.forEach(change -> inOrder.put(series.local(replaced(change)), change));
    Moment since = series.event().replaces();
    NavigableMap<LocalDateTime, SeriesTimes.Future> futures = new TreeMap<>();
    for (Map.Entry<LocalDateTime, Series> next : inOrder.entrySet()) {
      LocalDateTime from = next.getKey();
      if (since == null || from.isAfter(series.local(since))) {
        futures.put(from, future(series, from, next.getValue()));
        if (next.getValue().event().repeats()) {
          break;
        }
      }
    }
    return futures;
  }

  private static SeriesTimes.Future future(Series series, LocalDateTime from, Series change) {
    boolean goesOn = change.event().blocks() && !change.event().repeats();
    Duration shift = Duration.between(from, series.local(change.event().first().start()));
    return new SeriesTimes.Future(goesOn ? shift : null, change.length());
  }

  private static Moment replaced(Series change) {
    return Objects.requireNonNull(change.event().replaces());
  }
}
