package family.garden.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalReader;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceId;
import biweekly.util.DateTimeComponents;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import family.garden.booking.Nights;
import family.garden.calendar.Trouble.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The nights that an outside calendar's events take. */
final class BusyNights {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_TIMES = 200_000;

  private final ZoneId zone;
  private final Nights window;
  private final BitSet busy = new BitSet();
  private final long giveUp = System.nanoTime() + PATIENCE.toNanos();
  private int times;

  private BusyNights(ZoneId zone, Nights window) {
    this.zone = zone;
    this.window = window;
  }

  /**
   * Those of {@code window} that are taken, in order, none overlapping.
   *
   * @param zone where the garden is: times without a zone are meant there
   */
  static List<Nights> of(byte[] calendar, ZoneId zone, Nights window) throws Trouble {
    String text = Sieve.sifted(calendar, window);
    BusyNights nights = new BusyNights(zone, window);
    try (ICalReader reader = new ICalReader(text)) {
      reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
      ICalendar read = reader.readNext();
      nights.take(read);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory could not be read", e);
    } catch (RuntimeException | AssertionError e) {
      // The library trips over months that do not exist and the like.
      throw Trouble.of(Kind.UNREADABLE);
    }
    return nights.ranges();
  }

  private void take(ICalendar calendar) throws Trouble {
    Map<String, Set<Instant>> replaced = new HashMap<>();
    for (VEvent event : calendar.getEvents()) {
      RecurrenceId instead = event.getRecurrenceId();
      if (instead != null && instead.getValue() != null && event.getUid() != null) {
        replaced
            .computeIfAbsent(event.getUid().getValue(), uid -> new HashSet<>())
            .add(instead.getValue().toInstant());
      }
    }
    for (VEvent event : calendar.getEvents()) {
      DateStart start = event.getDateStart();
      if (start != null && start.getValue() != null && Occasion.takesTime(event)) {
        boolean single = event.getRecurrenceId() != null || event.getUid() == null;
        Set<Instant> without =
            single ? Set.of() : replaced.getOrDefault(event.getUid().getValue(), Set.of());
        take(event, zoneOf(calendar, start), without);
      }
    }
  }

  private TimeZone zoneOf(ICalendar calendar, DateStart start) {
    @Nullable TimezoneAssignment named = calendar.getTimezoneInfo().getTimezone(start);
    @Nullable DateTimeComponents typed = start.getValue().getRawComponents();
    boolean utc = typed != null && typed.isUtc();
    if (utc) {
      return TimeZone.getTimeZone("UTC");
    }
    return named == null ? TimeZone.getTimeZone(zone) : named.getTimeZone();
  }

  private void take(VEvent event, TimeZone eventZone, Set<Instant> without) throws Trouble {
    Occasion occasion = Occasion.of(event, zone);
    DateIterator dates = event.getDateIterator(eventZone);
    // One by one: the library's own jump ahead gives up over a hundred years.
    while (dates.hasNext()) {
      if (++times > MOST_TIMES || System.nanoTime() > giveUp) {
        throw Trouble.of(Kind.TOO_MUCH);
      }
      Instant time = dates.next().toInstant();
      Nights nights = occasion.nights(time);
      if (!nights.start().isBefore(window.end())) {
        return;
      }
      if (!without.contains(time) && nights.end().isAfter(window.start())) {
        int from = (int) Math.max(0, nights.start().toEpochDay() - window.start().toEpochDay());
        int to =
            (int) Math.min(window.count(), nights.end().toEpochDay() - window.start().toEpochDay());
        busy.set(from, to);
      }
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
