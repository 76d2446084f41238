package family.garden.calendar;

import family.garden.calendar.CalendarException.Kind;
import family.garden.occupancy.Nights;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nights that an external calendar's events take. */
final class BusyNights {
  private final Nights window;
  private final BitSet busy = new BitSet();
  private final WorkBudget budget = new WorkBudget();

  private BusyNights(Nights window) {
    this.window = window;
  }

  /**
   * Those of {@code window} that are taken, and what could not be read.
   *
   * @param zone where the garden is: times without a zone are meant there
   */
  static Reading of(CalendarContent calendar, ZoneId zone, Nights window) throws CalendarException {
    BusyNights nights = new BusyNights(window);
    Clocks clocks = new Clocks(zone, calendar.zones(), window.end(), nights.budget);
    Map<String, SameEvent> byUid = new HashMap<>();
    List<SameEvent> all = new ArrayList<>();
    for (CalendarEvent event : calendar.events()) {
      SameEvent same = event.uid() == null ? null : byUid.get(event.uid());
      if (same == null) {
        same = new SameEvent(clocks);
        all.add(same);
        if (event.uid() != null) {
          byUid.put(event.uid(), same);
        }
      }
      same.add(event);
    }
    all.forEach(event -> event.take(nights));
    if (nights.budget.isSpent()) {
      throw CalendarException.of(Kind.TOO_MUCH);
    }
    List<Skip> skipped = new ArrayList<>(calendar.skipped());
    all.forEach(event -> event.skipped().forEach(one -> add(skipped, one)));
    int lost = all.stream().mapToInt(SameEvent::lost).sum();
    return new Reading(nights.ranges(), Math.max(0, calendar.read() - lost), skipped);
  }

  private static void add(List<Skip> skipped, Skip one) {
    CalendarContent.count(skipped, one.reason(), one.count(), one.detail());
  }

  Nights window() {
    return window;
  }

  /**
   * Counts one time of an event, or one change of it, as work; false if the budget for it is used
   * up.
   */
  boolean count() {
    return budget.spend();
  }

  void take(Nights nights) {
    long from = nights.start().toEpochDay() - window.start().toEpochDay();
    long to = nights.end().toEpochDay() - window.start().toEpochDay();
    if (to > 0 && from < window.count()) {
      busy.set((int) Math.max(0, from), (int) Math.min(window.count(), to));
    }
  }

  private List<Nights> ranges() {
    List<Nights> ranges = new ArrayList<>();
    int from = busy.nextSetBit(0);
    while (from >= 0) {
      int to = busy.nextClearBit(from);
      ranges.add(new Nights(window.start().plusDays(from), window.start().plusDays(to)));
      from = busy.nextSetBit(to);
    }
    return ranges;
  }
}
