package family.garden.ops.watch;

import java.time.LocalTime;

/**
 * The hours of the day in which something may happen, like 09-21; also over midnight, like 22-06.
 * The first counts, the last does not; two that are the same are the whole day.
 */
record Hours(int from, int until) {
  private static final Hours ALWAYS = new Hours(0, 0);

  static Hours of(String text) {
    if (text.isEmpty()) {
      return ALWAYS;
    }
    return new Hours(Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(3)));
  }

  boolean contain(LocalTime time) {
    int hour = time.getHour();
    if (from == until) {
      return true;
    }
    return from < until ? hour >= from && hour < until : hour >= from || hour < until;
  }
}
