package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import family.garden.booking.Nights;
import family.garden.calendar.Trouble.Kind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seen from 1 March 2027 in Berlin, whose clocks change on 28 March and 31 October. */
final class BusyNightsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FROM = LocalDate.parse("2027-03-01");
  private static final Nights WINDOW = new Nights(FROM, FROM.plusDays(400));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Whole days.
        "DTSTART;VALUE=DATE:20270405 DTEND;VALUE=DATE:20270407 | 2027-04-05/2027-04-07",
        "DTSTART;VALUE=DATE:20270405 | 2027-04-05/2027-04-06",
        "DTSTART;VALUE=DATE:20270405 DTEND;VALUE=DATE:20270405 | 2027-04-05/2027-04-06",
        "DTSTART;VALUE=DATE:20270405 DTEND;VALUE=DATE:20270401 | 2027-04-05/2027-04-06",
        "DTSTART;VALUE=DATE:20270327 DTEND;VALUE=DATE:20270330 | 2027-03-27/2027-03-30",
        "DTSTART;VALUE=DATE:20270405 DURATION:P3D | 2027-04-05/2027-04-08",
        "DTSTART;VALUE=DATE:20270201 DTEND;VALUE=DATE:20270303 | 2027-03-01/2027-03-03",
        "DTSTART;VALUE=DATE:20270201 DTEND;VALUE=DATE:20270301 | ''",
        "DTSTART;VALUE=DATE:20280403 DTEND;VALUE=DATE:20280501 | 2028-04-03/2028-04-04",
        // Times: in a zone, in UTC, where the garden is; across midnight, and not.
        "DTSTART;TZID=Europe/Berlin:20270405T100000 DTEND;TZID=Europe/Berlin:20270405T120000"
            + " | 2027-04-05/2027-04-06",
        "DTSTART:20270405T200000Z DTEND:20270406T000000Z | 2027-04-05/2027-04-06",
        "DTSTART:20270405T223000Z DTEND:20270405T233000Z | 2027-04-06/2027-04-07",
        "DTSTART:20270405T230000 DTEND:20270407T010000 | 2027-04-05/2027-04-07",
        "DTSTART:20270405T230000 DURATION:PT2H | 2027-04-05/2027-04-06",
        "DTSTART;TZID=America/New$York:20270405T193000 DTEND;TZID=America/New$York:20270405T203000"
            + " | 2027-04-06/2027-04-07",
        "DTSTART;TZID=Nowhere/Land:20270405T233000 | 2027-04-05/2027-04-06",
        // The night that the clocks change: 23:30 UTC is half past midnight before, half past one
        // after.
        "DTSTART:20270327T223000Z DTEND:20270328T220000Z | 2027-03-27/2027-03-29",
        "DTSTART:20270328T213000Z DTEND:20270328T214500Z | 2027-03-28/2027-03-29",
        "DTSTART:20270328T223000Z DTEND:20270328T224500Z | 2027-03-29/2027-03-30",
        // Not in the way.
        "DTSTART;VALUE=DATE:20270405 TRANSP:TRANSPARENT | ''",
        "DTSTART;VALUE=DATE:20270405 STATUS:CANCELLED | ''",
        "SUMMARY:none | ''",
      })
  void one_event_takes_these_nights(String event, String nights) throws Trouble {
    assertThat(told(calendar(event("u", event)))).isEqualTo(nights);
  }

  @Test
  void what_repeats_keeps_its_hour_over_the_change_of_clocks() throws Trouble {
    // 00:30 in Berlin is 23:30 UTC before the change and 22:30 UTC after it.
    String weekly =
        event(
            "u",
            "DTSTART;TZID=Europe/Berlin:20270320T003000 DTEND;TZID=Europe/Berlin:20270320T013000"
                + " RRULE:FREQ=WEEKLY;COUNT=3");
    assertThat(told(calendar(weekly)))
        .isEqualTo("2027-03-20/2027-03-21 2027-03-27/2027-03-28 2027-04-03/2027-04-04");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;VALUE=DATE:20270402 DTEND;VALUE=DATE:20270404 RRULE:FREQ=WEEKLY;COUNT=2"
            + " | 2027-04-02/2027-04-04 2027-04-09/2027-04-11",
        "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=DAILY;UNTIL=20270404 | 2027-04-02/2027-04-05",
        "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=DAILY;COUNT=4 EXDATE;VALUE=DATE:20270403"
            + " | 2027-04-02/2027-04-03 2027-04-04/2027-04-06",
        "DTSTART;VALUE=DATE:20270402 RDATE;VALUE=DATE:20270502 RRULE:FREQ=DAILY;COUNT=1"
            + " | 2027-04-02/2027-04-03 2027-05-02/2027-05-03",
        "DTSTART;VALUE=DATE:19000505 RRULE:FREQ=YEARLY | 2027-05-05/2027-05-06",
        "DTSTART;VALUE=DATE:20100606 RRULE:FREQ=YEARLY;UNTIL=20260606 | ''",
        "DTSTART;VALUE=DATE:20270302 RRULE:FREQ=MONTHLY;BYDAY=2FR;COUNT=2"
            + " | 2027-03-12/2027-03-13 2027-04-09/2027-04-10",
        "DTSTART;VALUE=DATE:20270302 RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2 | 2027-03-02/2027-03-04",
      })
  void a_repeating_event_takes_these_nights(String event, String nights) throws Trouble {
    assertThat(told(calendar(event("u", event)))).isEqualTo(nights);
  }

  @Test
  void one_of_several_times_may_be_moved_or_called_off() throws Trouble {
    String weekly = event("u", "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=WEEKLY;COUNT=4");
    String moved = event("u", "RECURRENCE-ID;VALUE=DATE:20270409 DTSTART;VALUE=DATE:20270411");
    String off =
        event(
            "u", "RECURRENCE-ID;VALUE=DATE:20270416 DTSTART;VALUE=DATE:20270416 STATUS:CANCELLED");
    assertThat(told(calendar(moved, weekly, off)))
        .isEqualTo("2027-04-02/2027-04-03 2027-04-11/2027-04-12 2027-04-23/2027-04-24");
  }

  @Test
  void a_zone_that_only_the_calendar_knows_is_followed() throws Trouble {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16011028T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010325T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        """;
    String event =
        event("u", "DTSTART;TZID=W._Europe_Standard_Time:20270705T003000 DURATION:PT10M");
    assertThat(told(calendar(zone, event))).isEqualTo("2027-07-05/2027-07-06");
    String elsewhere = zone.replace("+0200", "-0700").replace("+0100", "-0800");
    assertThat(told(calendar(elsewhere, event))).isEqualTo("2027-07-05/2027-07-06");
    String evening = event.replace("T003000", "T180000");
    assertThat(told(calendar(elsewhere, evening))).isEqualTo("2027-07-06/2027-07-07");
  }

  @Test
  void alarms_and_tasks_and_attachments_are_passed_over() throws Trouble {
    String event =
        """
        BEGIN:VTODO
        DTSTART;VALUE=DATE:20270410
        END:VTODO
        BEGIN:VEVENT
        ATTACH;ENCODING=BASE64:%s
        BEGIN:VALARM
        DTSTART;VALUE=DATE:20270410
        TRIGGER:-PT15M
        END:VALARM
        DTSTART;VALUE=DA
         TE:20270405
        END:VEVENT
        """
            .formatted("QUJD".repeat(20_000) + "\n " + "QUJD".repeat(100_000));
    assertThat(told(calendar(event))).isEqualTo("2027-04-05/2027-04-06");
  }

  @Test
  void what_is_past_does_not_count_towards_the_most() throws Trouble {
    String past = event("p", "DTSTART;VALUE=DATE:20200405 DTEND;VALUE=DATE:20200407");
    String over = event("o", "DTSTART;VALUE=DATE:20200405 RRULE:FREQ=WEEKLY;UNTIL=20200601");
    String next = event("n", "DTSTART;VALUE=DATE:20270405");
    assertThat(told(calendar(past.repeat(3000), over.repeat(2000), next)))
        .isEqualTo("2027-04-05/2027-04-06");
    assertThat(trouble(calendar(next.repeat(1001)))).isEqualTo(Kind.TOO_MUCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!doctype html><title>Log in</title>",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270405",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270405T100000Z\nEND:VEVENT\n",
        "BEGIN:VCARD\nEND:VCARD\n",
        "\u0000\u0001\u0002",
      })
  void what_is_no_whole_calendar_is_not_taken_for_an_empty_one(String text) {
    assertThat(trouble(text)).isEqualTo(Kind.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:FREQ=SECONDLY | TOO_OFTEN",
        "rrule:freq=hourly;interval=1 | TOO_OFTEN",
        "RRULE:FREQ=DAILY;BYHOUR=1,2;BYMINUTE=1,2,3 | TOO_OFTEN",
        "EXRULE:FREQ=MINUTELY | TOO_OFTEN",
        "RRULE:FREQ=YEARLY;BYMONTH=13 | UNREADABLE",
      })
  void a_hostile_rule_is_refused(String rule, Kind kind) {
    String event = event("u", "DTSTART:20270405T100000Z " + rule);
    assertThat(trouble(calendar(event))).isEqualTo(kind);
  }

  @Test
  void a_hostile_calendar_is_refused_before_it_fills_the_memory() {
    String event = event("u", "DTSTART;VALUE=DATE:20270405 " + "EXDATE:20270405 ".repeat(9000));
    assertThat(trouble(calendar(event))).isEqualTo(Kind.TOO_MUCH);
    String dates = "20270405,".repeat(3000);
    assertThat(trouble(calendar(event("u", "DTSTART;VALUE=DATE:20270405 EXDATE:" + dates))))
        .isEqualTo(Kind.TOO_MUCH);
    String parameters = "A=B;".repeat(6000);
    assertThat(trouble(calendar(event("u", "DTSTART;" + parameters + "VALUE=DATE:20270405"))))
        .isEqualTo(Kind.TOO_MUCH);
    String forever = event("u", "DTSTART;VALUE=DATE:00010101 RRULE:FREQ=DAILY");
    assertThat(trouble(calendar(forever))).isEqualTo(Kind.TOO_MUCH);
    String clocks =
        """
        BEGIN:VTIMEZONE
        TZID:x
        BEGIN:STANDARD
        DTSTART:19700101T000000
        RRULE:FREQ=SECONDLY
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:STANDARD
        END:VTIMEZONE
        """;
    assertThat(trouble(calendar(clocks, event("u", "DTSTART;TZID=x:20270405T100000"))))
        .isEqualTo(Kind.UNREADABLE);
  }

  /** Properties are parted by spaces; a low line is a space in one. */
  private static String event(String uid, String properties) {
    String lines = properties.replace(' ', '\n').replace('_', ' ').replace('$', '_');
    return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "\nEND:VEVENT\n";
  }

  private static String calendar(String... components) {
    return "\ufeffBEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", components) + "END:VCALENDAR";
  }

  private static String told(String calendar) throws Trouble {
    List<Nights> nights = BusyNights.of(bytes(calendar), BERLIN, WINDOW);
    return String.join(" ", nights.stream().map(one -> one.start() + "/" + one.end()).toList());
  }

  private static Kind trouble(String calendar) {
    return catchThrowableOfType(Trouble.class, () -> BusyNights.of(bytes(calendar), BERLIN, WINDOW))
        .kind();
  }

  private static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
