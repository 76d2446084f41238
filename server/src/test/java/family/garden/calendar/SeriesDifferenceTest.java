package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.occupancy.Nights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** Series drawn by lot, read by the server and by a library that is not the server's. */
final class SeriesDifferenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Pattern COUNT = Pattern.compile(";COUNT=(\\d+)");
  static final Nights WINDOW =
      new Nights(LocalDate.parse("2027-01-01"), LocalDate.parse("2029-01-01"));

  @Test
  void both_read_the_same_nights() throws Exception {
    List<String> differences = new ArrayList<>();
    for (long number = 0; number < Long.getLong("booking.series", 300); number++) {
      String calendar = GeneratedSeries.calendar(number);
      if (isReadWrongByTheLibrary(calendar)) {
        continue;
      }
      Set<LocalDate> ours = ours(calendar);
      Set<LocalDate> theirs = theirs(calendar);
      if (!ours.equals(theirs)) {
        differences.add(number + "\n" + calendar + "ours   " + ours + "\ntheirs " + theirs);
      }
    }
    assertThat(differences).isEmpty();
  }

  /**
   * From a first date that the rule does not lead to, it counts weeks as if they began there; and
   * it begins weeks on Sunday although WKST is Monday where nothing is said.
   */
  private static boolean isReadWrongByTheLibrary(String calendar)
      throws IOException, ParserException {
    boolean sundays = calendar.matches("(?s).*BYDAY=[A-Z,]*SU.*") && !calendar.contains("WKST=");
    return calendar.contains("FREQ=WEEKLY;INTERVAL=") && (sundays || !beginsByItsRule(calendar));
  }

  static Set<LocalDate> ours(String calendar) throws IOException, CalendarException {
    try (InputStream text = new ByteArrayInputStream(calendar.getBytes(StandardCharsets.UTF_8))) {
      Reading reading = BusyNights.of(CalendarReader.read(text, WINDOW), BERLIN, WINDOW);
      Set<LocalDate> nights = new TreeSet<>();
      reading.nights().forEach(some -> some.evenings().forEach(nights::add));
      return nights;
    }
  }

  private static Set<LocalDate> theirs(String calendar) throws IOException, ParserException {
    Set<LocalDate> nights = new TreeSet<>();
    for (Period<Temporal> one :
        times(forOthers(calendar), WINDOW.start().minusDays(10), WINDOW.end())) {
      LocalDate first = day(one.getStart());
      LocalDate last = day(one.getEnd());
      for (LocalDate night = first;
          night.equals(first) || night.isBefore(last);
          night = night.plusDays(1)) {
        if (!night.isBefore(WINDOW.start()) && night.isBefore(WINDOW.end())) {
          nights.add(night);
        }
      }
    }
    return nights;
  }

  private static Set<Period<Temporal>> times(String calendar, LocalDate from, LocalDate to)
      throws IOException, ParserException {
    VEvent event =
        (VEvent)
            new CalendarBuilder()
                .build(new StringReader(calendar))
                .getComponents(Component.VEVENT)
                .getFirst();
    LocalDate end = to.plusDays(2);
    Period<? extends Temporal> period =
        calendar.contains("DTSTART;VALUE=DATE:")
            ? new Period<>(from, end)
            : new Period<>(from.atStartOfDay(BERLIN), end.atStartOfDay(BERLIN));
    return event.calculateRecurrenceSet(period);
  }

  private static boolean beginsByItsRule(String calendar) throws IOException, ParserException {
    LocalDate start = start(calendar);
    String rule = calendar.replaceAll("(EX|R)DATE.*\r\n", "");
    return times(rule, start.minusDays(1), start).stream()
        .anyMatch(time -> ownDay(time.getStart()).equals(start));
  }

  private static LocalDate start(String calendar) {
    String text = calendar.replaceFirst("(?s).*DTSTART[^:]*:(\\d{8}).*", "$1");
    return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
  }

  /**
   * The calendar in the form that other libraries need: they do not count a first date beside the
   * rule.
   */
  static String forOthers(String calendar) throws IOException, ParserException {
    return beginsByItsRule(calendar) ? calendar : withFirstDate(calendar);
  }

  /** The library leaves out a first date that the rule does not lead to, and does not count it. */
  private static String withFirstDate(String calendar) {
    Matcher count = COUNT.matcher(calendar);
    String fewer =
        count.find()
            ? count.replaceFirst(";COUNT=" + (Integer.parseInt(count.group(1)) - 1))
            : calendar;
    return fewer
        .replaceFirst("RRULE:.*;COUNT=0\r\n", "")
        .replaceFirst("DTSTART(.*)\r\n", "DTSTART$1\r\nRDATE$1\r\n");
  }

  private static LocalDate ownDay(Temporal time) {
    return time instanceof Instant instant
        ? LocalDate.ofInstant(instant, ZoneOffset.UTC)
        : LocalDate.from(time);
  }

  private static LocalDate day(Temporal time) {
    return time instanceof LocalDate date ? date : LocalDate.ofInstant(Instant.from(time), BERLIN);
  }
}
