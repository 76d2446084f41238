package family.garden.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Repeating events as calendar programs write them, drawn by lot; the same number, the same event.
 */
final class GeneratedSeries {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC");

  private final Random lots;
  private final List<String> lines = new ArrayList<>();
  private final boolean days;
  private final String zone;
  private final LocalDateTime start;

  private GeneratedSeries(long number) {
    this.lots = new Random(number);
    this.days = lots.nextBoolean();
    this.zone = ZONES.get(lots.nextInt(ZONES.size()));
    LocalDate first =
        lots.nextInt(4) == 0
            ? LocalDate.of(2019, 1, 1).plusDays(lots.nextInt(2000))
            : LocalDate.of(2026, 12, 1).plusDays(lots.nextInt(400));
    // Not at night: what a clock shows twice or never is read differently everywhere.
    LocalTime hour = LocalTime.of(5 + lots.nextInt(18), 15 * lots.nextInt(4));
    this.start = first.atTime(days ? LocalTime.MIDNIGHT : hour);
  }

  /** A calendar with the event of a number. */
  static String calendar(long number) {
    GeneratedSeries series = new GeneratedSeries(number);
    series.write();
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:u\r\n"
        + "DTSTAMP:20260101T000000Z\r\n"
        + String.join("\r\n", series.lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  private void write() {
    lines.add("DTSTART" + moment(start));
    int nights = lots.nextInt(4);
    LocalDateTime end = days ? start.plusDays(nights + 1L) : start.plusHours(1 + 15L * nights);
    lines.add("DTEND" + moment(end));
    lines.add("RRULE:" + rule());
    if (lots.nextInt(3) == 0) {
      lines.add("EXDATE" + moment(start.plusDays(7L * lots.nextInt(6))));
    }
    if (lots.nextInt(4) == 0) {
      lines.add("RDATE" + moment(start.plusDays(3L + lots.nextInt(60))));
    }
  }

  private String moment(LocalDateTime time) {
    if (days) {
      return ";VALUE=DATE:" + DATE.format(time);
    }
    return zone.equals("UTC")
        ? ":" + TIME.format(time) + "Z"
        : ";TZID=" + zone + ":" + TIME.format(time);
  }

  private String rule() {
    String frequency = List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").get(lots.nextInt(4));
    StringBuilder rule = new StringBuilder("FREQ=" + frequency);
    if (lots.nextInt(2) == 0) {
      rule.append(";INTERVAL=").append(1 + lots.nextInt(4));
    }
    switch (frequency) {
      case "DAILY" -> {
        if (lots.nextInt(4) == 0) {
          rule.append(";BYMONTH=").append(numbers(12));
        }
      }
      case "WEEKLY" -> {
        if (lots.nextInt(3) > 0) {
          rule.append(";BYDAY=").append(weekdays());
        }
        if (lots.nextInt(4) == 0) {
          rule.append(";WKST=SU");
        }
      }
      case "MONTHLY" -> rule.append(monthly());
      default -> {
        if (lots.nextInt(2) == 0) {
          rule.append(";BYMONTH=").append(numbers(12)).append(monthly());
        }
      }
    }
    return rule + end();
  }

  private String monthly() {
    return switch (lots.nextInt(5)) {
      case 0 -> ";BYMONTHDAY=" + numbers(28);
      case 1 -> ";BYMONTHDAY=-" + (1 + lots.nextInt(5));
      case 2 -> ";BYDAY=" + (1 + lots.nextInt(4)) + weekday();
      case 3 -> ";BYDAY=" + weekdays() + ";BYSETPOS=" + (lots.nextBoolean() ? "-1" : "2");
      default -> ";BYDAY=-1" + weekday();
    };
  }

  private String end() {
    LocalDateTime last = start.plusDays(20L + lots.nextInt(900));
    String zoned = days ? DATE.format(last) : TIME.format(last) + "Z";
    return switch (lots.nextInt(3)) {
      case 0 -> ";COUNT=" + (1 + lots.nextInt(40));
      case 1 -> ";UNTIL=" + zoned;
      default -> "";
    };
  }

  private String numbers(int most) {
    return IntStream.range(0, 1 + lots.nextInt(3))
        .mapToObj(i -> String.valueOf(1 + lots.nextInt(most)))
        .distinct()
        .collect(Collectors.joining(","));
  }

  private String weekday() {
    return DayOfWeek.of(1 + lots.nextInt(7)).name().substring(0, 2);
  }

  private String weekdays() {
    return IntStream.range(0, 1 + lots.nextInt(4))
        .mapToObj(i -> weekday())
        .distinct()
        .collect(Collectors.joining(","));
  }
}
