package family.garden.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the server keeps of an external calendar that it has read.
 *
 * @param events those that may touch the nights in question
 * @param zones the time zones that it defines, by their names
 * @param read how many events it has, those included that are over
 * @param skipped what could not be read
 */
record CalendarContent(
    List<CalendarEvent> events, Map<String, ZoneDefinition> zones, int read, List<Skip> skipped) {

  /** Counts a skipped event among those that were skipped for the same reason. */
  static void count(List<Skip> skipped, Skip.Reason reason, int count, String detail) {
    for (int i = 0; i < skipped.size(); i++) {
      if (skipped.get(i).reason() == reason) {
        skipped.set(i, skipped.get(i).more(count));
        return;
      }
    }
    skipped.add(new Skip(reason, count, detail));
  }

  /** The same without some events, which are counted as skipped. */
  CalendarContent without(Predicate<CalendarEvent> excluded, Skip.Reason reason) {
    List<CalendarEvent> others = events.stream().filter(excluded.negate()).toList();
    int count = (int) events.stream().filter(event -> !event.isOver()).filter(excluded).count();
    List<Skip> all = new ArrayList<>(skipped);
    if (count > 0) {
      count(all, reason, count, "");
    }
    return new CalendarContent(others, zones, Math.max(0, read - count), all);
  }
}
