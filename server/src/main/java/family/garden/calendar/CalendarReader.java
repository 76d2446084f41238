package family.garden.calendar;

import family.garden.calendar.CalendarException.Kind;
import family.garden.occupancy.Nights;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an external calendar event by event and keeps those that may touch the nights in question.
 * Events that are over take no memory, however many there are, and the number of kept ones is
 * limited.
 */
final class CalendarReader {
  /** Events, rules and single dates together: some ten megabytes of objects at the most. */
  private static final int LARGEST_WEIGHT = 20_000;

  /** Lines in time zones, a long one counted as several. */
  private static final int MOST_ZONE_LINES = 20_000;

  private static final int LONG_ZONE_LINE = 64;

  /** Events that are over, kept for the sake of their sequence; of more, none is kept. */
  private static final int MOST_OVER = 10_000;

  private static final Set<String> OF_ZONES =
      Set.of("TZID", "DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO");

  private final Nights window;
  private final List<CalendarEvent> events = new ArrayList<>();
  private final Map<String, ZoneDefinition> zones = new HashMap<>();
  private final List<Skip> skipped = new ArrayList<>();
  private String open = "";
  private EventReader event = new EventReader();
  private ZoneDefinition zone = new ZoneDefinition();
  private int inside;
  private int weight;
  private int zoneLines;
  private int over;
  private int read;
  private boolean whole;

  private CalendarReader(Nights window) {
    this.window = window;
  }

  /**
   * @throws CalendarException if it is no calendar, was cut off, or is more than can be read here
   * @throws IOException if {@code calendar} cannot be read
   */
  static CalendarContent read(InputStream calendar, Nights window)
      throws IOException, CalendarException {
    UnfoldedLines lines = new UnfoldedLines(calendar);
    String first = lines.next();
    if (first == null || !first.strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
      throw CalendarException.of(Kind.UNREADABLE);
    }
    CalendarReader reader = new CalendarReader(window);
    for (String line = lines.next(); line != null; line = lines.next()) {
      reader.take(line);
    }
    if (!reader.whole) {
      throw CalendarException.of(Kind.UNREADABLE);
    }
    return new CalendarContent(reader.events, reader.zones, reader.read, reader.skipped);
  }

  private void take(String line) throws CalendarException {
    String name = ContentLine.nameOf(line);
    switch (name) {
      case "BEGIN" -> begin(component(line));
      case "END" -> end(component(line));
      default -> property(name, line);
    }
  }

  private static @Nullable String component(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? null : line.substring(colon + 1).strip().toUpperCase(Locale.ROOT);
  }

  private void begin(@Nullable String what) throws CalendarException {
    if (what == null) {
      return;
    }
    if (open.isEmpty()) {
      switch (what) {
        case "VEVENT", "VFREEBUSY" -> event = new EventReader();
        case "VTIMEZONE" -> zone = new ZoneDefinition();
        case "VCALENDAR" -> {
          whole = false;
          return;
        }
        default -> {}
      }
      open = what;
    } else {
      inside++;
      if (open.equals("VTIMEZONE") && inside == 1) {
        countZoneLine("");
        zone.begin();
      }
    }
  }

  private void end(@Nullable String what) throws CalendarException {
    if (what == null) {
      return;
    }
    if (open.isEmpty()) {
      whole |= what.equals("VCALENDAR");
    } else if (what.equals(open) && inside == 0) {
      String closed = open;
      open = "";
      close(closed);
    } else if (inside > 0) {
      inside--;
      if (open.equals("VTIMEZONE") && inside == 0) {
        zone.end();
      }
    }
  }

  private void property(String name, String line) throws CalendarException {
    boolean ofEvent = (open.equals("VEVENT") || open.equals("VFREEBUSY")) && inside == 0;
    boolean isRead =
        ofEvent
            ? EventReader.reads(name)
            : open.equals("VTIMEZONE") && inside <= 1 && OF_ZONES.contains(name);
    if (!isRead) {
      return;
    }
    boolean cut = line.length() >= UnfoldedLines.LONGEST && !name.equals("SUMMARY");
    if (cut || weight + event.weight() > LARGEST_WEIGHT) {
      throw CalendarException.of(Kind.TOO_MUCH);
    }
    if (ofEvent) {
      event.take(name, line);
    } else {
      countZoneLine(line);
      zone.take(name, line);
    }
  }

  private void countZoneLine(String line) throws CalendarException {
    zoneLines += 1 + line.length() / LONG_ZONE_LINE;
    if (zoneLines > MOST_ZONE_LINES) {
      throw CalendarException.of(Kind.TOO_MUCH);
    }
  }

  private void close(String component) throws CalendarException {
    switch (component) {
      case "VEVENT" -> {
        try {
          keep(event.event());
          read++;
        } catch (UnreadableEvent e) {
          CalendarContent.count(skipped, e.reason(), 1, e.detail());
        }
      }
      case "VFREEBUSY" -> {
        for (CalendarEvent busy : event.busy()) {
          keep(busy);
          read++;
        }
      }
      case "VTIMEZONE" -> {
        ZoneDefinition closed = zone;
        closed.name().ifPresent(name -> zones.put(name, closed));
      }
      default -> {}
    }
    event = new EventReader();
  }

  private void keep(CalendarEvent whole) throws CalendarException {
    CalendarEvent near = Nearness.of(window).trimmed(whole);
    if (near == null) {
      keepOver(whole);
      return;
    }
    weight += near.weight();
    if (weight > LARGEST_WEIGHT) {
      throw CalendarException.of(Kind.TOO_MUCH);
    }
    events.add(near);
  }

  /**
   * An older version of the event may stand elsewhere in the calendar, and be near. There are
   * calendars with many years of events: beyond a number, the older version counts, which takes too
   * many nights rather than too few.
   */
  private void keepOver(CalendarEvent whole) {
    if (whole.maySupersede() && over < MOST_OVER) {
      CalendarEvent stub = whole.withoutTimes();
      over += stub.weight();
      events.add(stub);
    }
  }
}
