package family.garden.calendar;

import family.garden.booking.Nights;
import family.garden.calendar.Trouble.Kind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of a stranger's calendar what matters for the nights and can do no harm. A megabyte of
 * short lines would become sixty as objects, and a rule may repeat every second: neither must reach
 * the library that reads calendars.
 */
final class Sieve {
  private static final int MOST_EVENTS = 1000;
  private static final int MOST_LINES = 8000;

  private static final Set<String> OF_EVENTS =
      Set.of(
          "UID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "RDATE",
          "EXRULE",
          "EXDATE",
          "RECURRENCE-ID",
          "STATUS",
          "TRANSP");
  private static final Set<String> OF_ZONES =
      Set.of("TZID", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO");
  private static final Set<String> PARTS_OF_ZONES = Set.of("STANDARD", "DAYLIGHT");

  private final Nights window;
  private final StringBuilder kept = new StringBuilder();
  private @Nullable RawComponent open;
  private int skipped;
  private int lines;
  private int events;
  private boolean whole;

  private Sieve(Nights window) {
    this.window = window;
  }

  /**
   * What is left: one calendar with the events that may touch {@code window}, and their time zones.
   *
   * @throws Trouble if it is none, was cut off, or is more than can be read here
   */
  static String sifted(byte[] calendar, Nights window) throws Trouble {
    UnfoldedLines lines = new UnfoldedLines(calendar);
    String first = lines.next();
    if (first == null || !first.strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
      throw Trouble.of(Kind.UNREADABLE);
    }
    Sieve sieve = new Sieve(window);
    for (String line = lines.next(); line != null; line = lines.next()) {
      sieve.take(line);
    }
    if (!sieve.whole || sieve.open != null) {
      throw Trouble.of(Kind.UNREADABLE);
    }
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\n" + sieve.kept + "END:VCALENDAR\r\n";
  }

  private void take(String line) throws Trouble {
    int nameEnds = 0;
    while (nameEnds < line.length() && ":;".indexOf(line.charAt(nameEnds)) < 0) {
      nameEnds++;
    }
    String name = line.substring(0, nameEnds).toUpperCase(Locale.ROOT);
    switch (name) {
      case "BEGIN" -> begin(value(line, nameEnds));
      case "END" -> end(value(line, nameEnds));
      default -> {
        if (open != null && skipped == 0 && (open.isZone() ? OF_ZONES : OF_EVENTS).contains(name)) {
          keep(open, name + line.substring(nameEnds));
        }
      }
    }
  }

  private static String value(String line, int nameEnds) {
    return line.substring(Math.min(nameEnds + 1, line.length())).strip().toUpperCase(Locale.ROOT);
  }

  private void keep(RawComponent component, String line) throws Trouble {
    if (line.length() >= UnfoldedLines.LONGEST || lines + component.size() >= MOST_LINES) {
      throw Trouble.of(Kind.TOO_MUCH);
    }
    component.add(line);
  }

  private void begin(String what) throws Trouble {
    if (open == null) {
      if (what.equals("VEVENT") || what.equals("VTIMEZONE")) {
        open = new RawComponent(what);
      }
    } else if (open.isZone() && PARTS_OF_ZONES.contains(what)) {
      keep(open, "BEGIN:" + what);
    } else {
      skipped++;
    }
  }

  private void end(String what) throws Trouble {
    if (skipped > 0) {
      skipped--;
    } else if (open == null) {
      whole |= what.equals("VCALENDAR");
    } else if (what.equals(open.kind())) {
      if (open.isZone() ? zoneMatters(open) : eventMatters(open)) {
        kept.append(open);
        lines += open.size();
      }
      open = null;
    } else {
      keep(open, "END:" + what);
    }
  }

  private static boolean zoneMatters(RawComponent zone) throws Trouble {
    if (zone.isKnownZone()) {
      return false;
    }
    if (!zone.hasClockRules()) {
      throw Trouble.of(Kind.UNREADABLE);
    }
    return true;
  }

  private boolean eventMatters(RawComponent event) throws Trouble {
    if (!event.isNear(window)) {
      return false;
    }
    if (event.isTooOften()) {
      throw Trouble.of(Kind.TOO_OFTEN);
    }
    if (++events > MOST_EVENTS) {
      throw Trouble.of(Kind.TOO_MUCH);
    }
    return true;
  }
}
