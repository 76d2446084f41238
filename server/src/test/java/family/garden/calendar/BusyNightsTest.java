package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import family.garden.calendar.CalendarException.Kind;
import family.garden.occupancy.Nights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
        "DTSTART;TZID=america/new$york:20270405T193000 | 2027-04-06/2027-04-07",
        "DTSTART;TZID=/mozilla.org/20050126$1/America/New$York:20270405T193000"
            + " | 2027-04-06/2027-04-07",
        "DTSTART;TZID=Eastern_Standard_Time:20270405T193000 | 2027-04-06/2027-04-07",
        "DTSTART;TZID=(UTC+05:30):20270405T020000 | 2027-04-04/2027-04-05",
        // Nobody knows it.
        "DTSTART;TZID=Nowhere/Land:20270405T233000 | ''",
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
  void one_event_takes_these_nights(String event, String nights) throws CalendarException {
    assertThat(busyNights(calendar(event("u", event)))).isEqualTo(nights);
  }

  @Test
  void what_repeats_keeps_its_hour_over_the_change_of_clocks() throws CalendarException {
    // 00:30 in Berlin is 23:30 UTC before the change and 22:30 UTC after it.
    String weekly =
        event(
            "u",
            "DTSTART;TZID=Europe/Berlin:20270320T003000 DTEND;TZID=Europe/Berlin:20270320T013000"
                + " RRULE:FREQ=WEEKLY;COUNT=3");
    assertThat(busyNights(calendar(weekly)))
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
        // The first date counts although the rule does not lead to it.
        "DTSTART;VALUE=DATE:20270302 RRULE:FREQ=MONTHLY;BYDAY=2FR;COUNT=3"
            + " | 2027-03-02/2027-03-03 2027-03-12/2027-03-13 2027-04-09/2027-04-10",
        "DTSTART;VALUE=DATE:20270302 RRULE:FREQ=MONTHLY;BYDAY=2FR;UNTIL=20270331"
            + " | 2027-03-02/2027-03-03 2027-03-12/2027-03-13",
        // The second in the year was in April.
        "DTSTART;VALUE=DATE:20270703 RRULE:FREQ=YEARLY;BYMONTH=10,4;BYDAY=SU,TH;BYSETPOS=2"
            + " | 2027-07-03/2027-07-04",
        // End and exceptions of the other type.
        "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=DAILY;UNTIL=20270404T235959Z"
            + " | 2027-04-02/2027-04-05",
        "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=DAILY;UNTIL=20270403T220000Z"
            + " | 2027-04-02/2027-04-05",
        "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=DAILY;COUNT=4 EXDATE:20270403T000000"
            + " | 2027-04-02/2027-04-03 2027-04-04/2027-04-06",
        "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=DAILY;COUNT=4 EXDATE:20270402T220000Z"
            + " | 2027-04-02/2027-04-03 2027-04-04/2027-04-06",
        "DTSTART;VALUE=DATE:20270402 RDATE:20270502T220000Z"
            + " | 2027-04-02/2027-04-03 2027-05-03/2027-05-04",
        "DTSTART:20270402T180000 RRULE:FREQ=DAILY;COUNT=4 EXDATE;VALUE=DATE:20270403,20270404"
            + " | 2027-04-02/2027-04-03 2027-04-05/2027-04-06",
        "DTSTART:20270402T180000 RRULE:FREQ=DAILY;COUNT=3 EXDATE:20270403T160000Z"
            + " | 2027-04-02/2027-04-03 2027-04-04/2027-04-05",
        "DTSTART:20270402T180000 RDATE;VALUE=DATE:20270502"
            + " | 2027-04-02/2027-04-03 2027-05-02/2027-05-03",
        "DTSTART:20270402T180000 RRULE:FREQ=DAILY EXRULE:FREQ=DAILY;INTERVAL=2"
            + " RDATE;VALUE=PERIOD:20270502T170000Z/P1DT15H EXRULE:FREQ=DAILY;INTERVAL=1"
            + " | 2027-05-02/2027-05-04",
        "DTSTART;VALUE=DATE:20270302 RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2 | 2027-03-02/2027-03-04",
      })
  void a_repeating_event_takes_these_nights(String event, String nights) throws CalendarException {
    assertThat(busyNights(calendar(event("u", event)))).isEqualTo(nights);
  }

  @Test
  void one_of_several_times_may_be_moved_or_called_off() throws CalendarException {
    String weekly = event("u", "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=WEEKLY;COUNT=4");
    String moved = event("u", "RECURRENCE-ID;VALUE=DATE:20270409 DTSTART;VALUE=DATE:20270411");
    String off =
        event(
            "u", "RECURRENCE-ID;VALUE=DATE:20270416 DTSTART;VALUE=DATE:20270416 STATUS:CANCELLED");
    assertThat(busyNights(calendar(moved, weekly, off)))
        .isEqualTo("2027-04-02/2027-04-03 2027-04-11/2027-04-12 2027-04-23/2027-04-24");
  }

  @Test
  void a_change_may_be_for_all_later_times() throws CalendarException {
    String weekly = event("u", "DTSTART;VALUE=DATE:20270402 RRULE:FREQ=WEEKLY;COUNT=4");
    String later =
        "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270416 DTSTART;VALUE=DATE:20270417";
    assertThat(busyNights(calendar(weekly, event("u", later))))
        .isEqualTo(
            "2027-04-02/2027-04-03 2027-04-09/2027-04-10"
                + " 2027-04-17/2027-04-18 2027-04-24/2027-04-25");
    assertThat(busyNights(calendar(weekly, event("u", later + " STATUS:CANCELLED"))))
        .isEqualTo("2027-04-02/2027-04-03 2027-04-09/2027-04-10");
    assertThat(busyNights(calendar(weekly, event("u", later + " RRULE:FREQ=DAILY;COUNT=2"))))
        .isEqualTo("2027-04-02/2027-04-03 2027-04-09/2027-04-10 2027-04-17/2027-04-19");
  }

  @Test
  void a_change_of_one_time_is_one_time_whatever_rule_it_repeats() throws CalendarException {
    String weekly = event("u", "DTSTART:20270402T180000 RRULE:FREQ=WEEKLY;COUNT=3");
    String moved =
        event("u", "RECURRENCE-ID:20270409T160000Z DTSTART:20270411T180000 RRULE:FREQ=DAILY");
    assertThat(busyNights(calendar(weekly, moved)))
        .isEqualTo("2027-04-02/2027-04-03 2027-04-11/2027-04-12 2027-04-16/2027-04-17");
    String byDate = moved.replace(":20270409T160000Z", ";VALUE=DATE:20270409");
    assertThat(busyNights(calendar(weekly, byDate))).isEqualTo(busyNights(calendar(weekly, moved)));
  }

  @Test
  void an_older_version_of_the_same_counts_no_more() throws CalendarException {
    String old = event("u", "SEQUENCE:1 DTSTART;VALUE=DATE:20270402");
    String next = event("u", "SEQUENCE:2 DTSTART;VALUE=DATE:20270405");
    assertThat(busyNights(calendar(next, old))).isEqualTo("2027-04-05/2027-04-06");
    String weekly = event("u", "SEQUENCE:3 DTSTART;VALUE=DATE:20270402 RRULE:FREQ=WEEKLY;COUNT=2");
    String moved = "RECURRENCE-ID;VALUE=DATE:20270409 SEQUENCE:%d DTSTART;VALUE=DATE:202704%d";
    // Older than the series, but newer than the other of the same time.
    assertThat(
            busyNights(
                calendar(
                    weekly,
                    event("u", moved.formatted(2, 12)),
                    event("u", moved.formatted(1, 20)))))
        .isEqualTo("2027-04-02/2027-04-03 2027-04-12/2027-04-13");
  }

  /** Every Monday from 1 March; the changes are at Mondays, or at times of an earlier change. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Tuesdays from the 15th, Wednesdays from the 30th.
        "FROM:20270315 DTSTART;VALUE=DATE:20270316 RRULE:FREQ=WEEKLY"
            + " | FROM:20270330 DTSTART;VALUE=DATE:20270331 RRULE:FREQ=WEEKLY;COUNT=2"
            + " | 01 08 16 23 31 38",
        // Tuesdays from the 15th, of which those from the 30th are on Thursdays.
        "FROM:20270315 DTSTART;VALUE=DATE:20270316 RRULE:FREQ=WEEKLY;COUNT=4"
            + " | FROM:20270330 DTSTART;VALUE=DATE:20270401"
            + " | 01 08 16 23 32 39",
        // Mondays are on Wednesdays from the 15th, Fridays from the 29th.
        "FROM:20270315 DTSTART;VALUE=DATE:20270317"
            + " | FROM:20270329 DTSTART;VALUE=DATE:20270402 RRULE:FREQ=WEEKLY;COUNT=2"
            + " | 01 08 17 24 33 40",
        "FROM:20270315 DTSTART;VALUE=DATE:20270317"
            + " | FROM:20270329 DTSTART;VALUE=DATE:20270402"
            + " | 01 08 17 24 33 40",
      })
  void later_changes_change_what_the_earlier_ones_left(String first, String second, String days)
      throws CalendarException {
    String from = "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE";
    String weekly = event("u", "DTSTART;VALUE=DATE:20270301 RRULE:FREQ=WEEKLY;COUNT=6");
    String one = event("u", first.replace("FROM", from));
    String two = event("u", second.replace("FROM", from));
    assertThat(busyNights(calendar(weekly, one, two))).isEqualTo(ofMarch(days));
    assertThat(busyNights(calendar(two, one, weekly))).isEqualTo(ofMarch(days));
    // The second time, the second after the first change and the second after the second.
    String[] parts = days.split(" ", -1);
    StringBuilder off = new StringBuilder(weekly + one + two);
    for (int i = 1; i < parts.length; i += 2) {
      String day = FROM.plusDays(Integer.parseInt(parts[i]) - 1L).toString().replace("-", "");
      off.append(event("u", "RECURRENCE-ID;VALUE=DATE:" + day + " STATUS:CANCELLED"));
    }
    assertThat(busyNights(calendar(off.toString())))
        .isEqualTo(ofMarch(parts[0] + " " + parts[2] + " " + parts[4]));
  }

  private static String ofMarch(String days) {
    return Arrays.stream(days.split(" ", -1))
        .map(day -> FROM.plusDays(Integer.parseInt(day) - 1))
        .map(day -> day + "/" + day.plusDays(1))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART;VALUE=DATE:20270202",
        "DTSTART;VALUE=DATE:20310402",
        "DTSTART;VALUE=DATE:20260202 RRULE:FREQ=DAILY;COUNT=2;UNTIL=20260203",
        "DTSTART;TZID=Nowhere/Land:20270202T100000",
      })
  void a_newer_version_counts_also_where_it_is_over(String elsewhere) throws CalendarException {
    String old = event("u", "SEQUENCE:0 DTSTART;VALUE=DATE:20270602");
    String newer = event("u", "SEQUENCE:1 " + elsewhere);
    String other = event("v", "DTSTART;VALUE=DATE:20270702");
    for (String calendar : List.of(calendar(old, newer, other), calendar(newer, old, other))) {
      assertThat(busyNights(calendar)).isEqualTo("2027-07-02/2027-07-03");
      assertThat(read(calendar).skipped()).isEmpty();
    }
    String weekly = event("w", "DTSTART;VALUE=DATE:20260105 RRULE:FREQ=WEEKLY;COUNT=3");
    String moved = "RECURRENCE-ID;VALUE=DATE:20260112 ";
    String changed = event("w", moved + "SEQUENCE:1 DTSTART;VALUE=DATE:20270602");
    String back = event("w", moved + "SEQUENCE:2 " + elsewhere);
    assertThat(busyNights(calendar(weekly, changed))).isEqualTo("2027-06-02/2027-06-03");
    assertThat(busyNights(calendar(weekly, changed, back))).isEmpty();
    assertThat(busyNights(calendar(weekly, back, changed))).isEmpty();
  }

  @Test
  void busy_times_without_events_are_taken() throws CalendarException {
    String busy =
        """
        BEGIN:VFREEBUSY
        DTSTART:20270301T000000Z
        DTEND:20270601T000000Z
        FREEBUSY;FBTYPE=BUSY:20270402T160000Z/20270404T080000Z,20270410T160000Z/PT1H
        FREEBUSY;FBTYPE=FREE:20270501T160000Z/PT1H
        FREEBUSY:20270420T160000Z/PT1H
        END:VFREEBUSY
        """;
    assertThat(busyNights(calendar(busy)))
        .isEqualTo("2027-04-02/2027-04-04 2027-04-10/2027-04-11 2027-04-20/2027-04-21");
  }

  @Test
  void what_cannot_be_read_is_counted_and_the_rest_is_read() throws CalendarException {
    Reading reading =
        read(
            calendar(
                event("a", "DTSTART;VALUE=DATE:20270405"),
                event("b", "SUMMARY:none"),
                event("c", "DTSTART;VALUE=DATE:20271345"),
                event("d", "DTSTART;TZID=Mars_Standard_Time:20270405T100000"),
                event("e", "DTSTART;VALUE=DATE:20200405")));
    assertThat(reading.read()).isEqualTo(2);
    assertThat(reading.skipped())
        .containsExactlyInAnyOrder(
            new Skip(Skip.Reason.NO_START, 2, ""),
            new Skip(Skip.Reason.UNKNOWN_ZONE, 1, "Mars Standard Time"));
    assertThat(reading.failed()).isFalse();
  }

  @Test
  void a_zone_that_only_the_calendar_knows_is_followed() throws CalendarException {
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
    assertThat(busyNights(calendar(zone, event))).isEqualTo("2027-07-05/2027-07-06");
    String elsewhere = zone.replace("+0200", "-0700").replace("+0100", "-0800");
    assertThat(busyNights(calendar(elsewhere, event))).isEqualTo("2027-07-05/2027-07-06");
    String evening = event.replace("T003000", "T180000");
    assertThat(busyNights(calendar(elsewhere, evening))).isEqualTo("2027-07-06/2027-07-07");
  }

  @Test
  void alarms_and_tasks_and_attachments_are_passed_over() throws CalendarException {
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
    assertThat(busyNights(calendar(event))).isEqualTo("2027-04-05/2027-04-06");
  }

  @Test
  void what_is_past_does_not_count_towards_the_most() throws CalendarException {
    String past = event("p", "DTSTART;VALUE=DATE:20200405 DTEND;VALUE=DATE:20200407");
    String over = event("o", "DTSTART;VALUE=DATE:20200405 RRULE:FREQ=WEEKLY;UNTIL=20200601");
    String next = event("n", "DTSTART;VALUE=DATE:20270405");
    assertThat(busyNights(calendar(past.repeat(3000), over.repeat(2000), next)))
        .isEqualTo("2027-04-05/2027-04-06");
    assertThat(failure(calendar(next.repeat(20_001)))).isEqualTo(Kind.TOO_MUCH);
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
    assertThat(failure(text)).isEqualTo(Kind.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:FREQ=SECONDLY | TOO_OFTEN",
        "rrule:freq=minutely;interval=1 | TOO_OFTEN",
        "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5;BYSECOND=1,2,3,4,5 | TOO_OFTEN",
        "EXRULE:FREQ=MINUTELY | TOO_OFTEN",
        "RRULE:FREQ=YEARLY;BYMONTH=13 | BAD_RULE",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | BAD_RULE",
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 | BAD_RULE",
        "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30 | BAD_RULE",
        "RRULE:FREQ=YEARLY;BYWEEKNO=54 | BAD_RULE",
        "RRULE:FREQ=DAILY;COUNT=99999999999 | BAD_RULE",
        "RRULE:FREQ=DAILY;UNTIL=tomorrow | BAD_RULE",
        "RRULE: | BAD_RULE",
      })
  void of_a_hostile_rule_the_first_date_is_taken(String rule, Skip.Reason reason)
      throws CalendarException {
    Reading reading = read(calendar(event("u", "DTSTART:20270405T100000Z " + rule)));
    assertThat(reading.nights()).containsExactly(nights("2027-04-05/2027-04-06"));
    assertThat(reading.skipped()).extracting(Skip::reason).containsExactly(reason);
    assertThat(reading.read()).isEqualTo(1);
  }

  @Test
  void an_endless_rule_is_followed_no_further_than_needed() throws CalendarException {
    String daily = event("u", "DTSTART;VALUE=DATE:00010101 RRULE:FREQ=DAILY");
    assertThat(busyNights(calendar(daily))).isEqualTo("2027-03-01/2028-04-04");
    String often = event("u", "DTSTART;VALUE=DATE:20270301 RRULE:FREQ=DAILY;COUNT=1000000000");
    assertThat(busyNights(calendar(often))).isEqualTo("2027-03-01/2028-04-04");
    String hourly = event("u", "DTSTART:20270301T000000 RRULE:FREQ=HOURLY");
    assertThat(busyNights(calendar(hourly))).isEqualTo("2027-03-01/2028-04-04");
    String old = event("u", "DTSTART;VALUE=DATE:00010101 RRULE:FREQ=DAILY;COUNT=1000000000");
    assertThat(read(calendar(old)).skipped())
        .extracting(Skip::reason)
        .containsExactly(Skip.Reason.TOO_OFTEN);
    assertThat(failure(calendar(old.repeat(5)))).isEqualTo(Kind.TOO_MUCH);
  }

  @Test
  void a_hostile_calendar_is_refused_before_it_fills_the_memory() throws CalendarException {
    String event = event("u", "DTSTART;VALUE=DATE:20270405 " + "EXDATE:20270405 ".repeat(21_000));
    assertThat(failure(calendar(event))).isEqualTo(Kind.TOO_MUCH);
    String dates = "20270405,".repeat(8000);
    assertThat(failure(calendar(event("u", "DTSTART;VALUE=DATE:20270405 EXDATE:" + dates))))
        .isEqualTo(Kind.TOO_MUCH);
    String parameters = "A=B;".repeat(16_000);
    assertThat(failure(calendar(event("u", "DTSTART;" + parameters + "VALUE=DATE:20270405"))))
        .isEqualTo(Kind.TOO_MUCH);
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
    assertThat(busyNights(calendar(clocks, event("u", "DTSTART;TZID=x:20270405T233000"))))
        .isEqualTo("2027-04-05/2027-04-06");
    String deep = "BEGIN:VEVENT\n".repeat(100_000);
    assertThat(failure(calendar(deep))).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void what_is_kept_of_long_texts_is_short() throws CalendarException {
    String text = "\u20ac" + "x".repeat(62_000);
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      events.append(event("r" + i, "DTSTART;VALUE=DATE:20270405 RRULE:" + text));
      events.append(event(text, "DTSTART;VALUE=DATE:20270406 SUMMARY:" + text));
      events.append(event("e" + i, "DTSTART;VALUE=DATE:20270407 EXRULE:" + text));
      events.append(event("z" + i, "DTSTART;TZID=" + text + i + ":20270408T100000"));
    }
    String calendar = calendar(events.toString());
    assertThat(content(calendar).events())
        .hasSize(240)
        .allSatisfy(
            event -> {
              assertThat(String.valueOf(event.uid())).hasSizeLessThan(256);
              assertThat(event.rules()).allMatch(rule -> rule.length() < 1002);
              assertThat(event.exceptRules()).allMatch(rule -> rule.length() < 1002);
              assertThat(String.valueOf(event.first().start().zone())).hasSizeLessThan(257);
            });
    assertThat(read(calendar).skipped())
        .extracting(Skip::reason, Skip::count)
        .containsExactlyInAnyOrder(
            tuple(Skip.Reason.BAD_RULE, 120), tuple(Skip.Reason.UNKNOWN_ZONE, 60));
    String rule = event("u", "DTSTART;VALUE=DATE:20270405 RRULE:" + "x".repeat(1000));
    assertThat(failure(calendar(rule.repeat(2000)))).isEqualTo(Kind.TOO_MUCH);
    String zone = ";TZID=" + "x".repeat(250) + ":20270405T100000";
    assertThat(failure(calendar(event("u", "DTSTART" + zone + (" EXDATE" + zone).repeat(5000)))))
        .isEqualTo(Kind.TOO_MUCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TZID:", "RRULE:", "RDATE:20270405,", "RDATE;TZID="})
  void what_is_kept_of_time_zones_has_a_limit(String property) {
    String line = property + "20270405,".repeat(111) + "\n";
    String part = "BEGIN:STANDARD\n" + line.repeat(10) + "END:STANDARD\n";
    String zones = ("BEGIN:VTIMEZONE\n" + line + part + "END:VTIMEZONE\n").repeat(200);
    assertThat(failure(calendar(zones))).isEqualTo(Kind.TOO_MUCH);
    String empty = "BEGIN:VTIMEZONE\n" + "BEGIN:A\nEND:A\n".repeat(20_001) + "END:VTIMEZONE\n";
    assertThat(failure(calendar(empty))).isEqualTo(Kind.TOO_MUCH);
  }

  @Test
  void a_zone_is_looked_for_in_the_last_parts_of_a_path() throws CalendarException {
    String at = "DTSTART;TZID=/%s/America/Argentina/Buenos$Aires:20270405T213000";
    assertThat(busyNights(calendar(event("u", at.formatted("a/b/c")))))
        .isEqualTo("2027-04-06/2027-04-07");
    for (String slashes : List.of("/".repeat(250), "/".repeat(60_000))) {
      assertThat(read(calendar(event("u", at.formatted(slashes)))).skipped())
          .extracting(Skip::reason)
          .containsExactly(Skip.Reason.UNKNOWN_ZONE);
    }
  }

  @Test
  void changes_of_many_events_with_one_identifier_are_followed_within_a_limit()
      throws CalendarException {
    String master = event("u", "DTSTART;VALUE=DATE:20270405");
    StringBuilder changes = new StringBuilder();
    for (int i = 0; i < 9000; i++) {
      changes.append(
          event(
              "u",
              "RECURRENCE-ID:%sT%02d%02d00Z STATUS:CANCELLED"
                  .formatted("202704" + (10 + i / 1440), i / 60 % 24, i % 60)));
    }
    assertThat(busyNights(calendar(master.repeat(20), changes.toString())))
        .isEqualTo("2027-04-05/2027-04-06");
    assertThat(failure(calendar(master.repeat(9000), changes.toString()))).isEqualTo(Kind.TOO_MUCH);
    String futures =
        changes
            .toString()
            .replace("RECURRENCE-ID:", "RECURRENCE-ID;RANGE=THISANDFUTURE:")
            .replace("STATUS:CANCELLED", "RRULE:FREQ=YEARLY");
    assertThat(failure(calendar(futures))).isEqualTo(Kind.TOO_MUCH);
  }

  /** Properties are parted by spaces; a low line is a space in one. */
  private static String event(String uid, String properties) {
    String lines = properties.replace(' ', '\n').replace('_', ' ').replace('$', '_');
    return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "\nEND:VEVENT\n";
  }

  private static String calendar(String... components) {
    return "\ufeffBEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", components) + "END:VCALENDAR";
  }

  private static String busyNights(String calendar) throws CalendarException {
    List<Nights> nights = read(calendar).nights();
    return String.join(" ", nights.stream().map(one -> one.start() + "/" + one.end()).toList());
  }

  private static Kind failure(String calendar) {
    return catchThrowableOfType(CalendarException.class, () -> read(calendar)).kind();
  }

  private static Reading read(String calendar) throws CalendarException {
    return BusyNights.of(content(calendar), BERLIN, WINDOW);
  }

  private static CalendarContent content(String calendar) throws CalendarException {
    try (InputStream body = new ByteArrayInputStream(bytes(calendar))) {
      return CalendarReader.read(body, WINDOW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Nights nights(String text) {
    String[] parts = text.split("/", 2);
    return new Nights(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
  }

  private static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
