package family.garden.calendar;

import family.garden.booking.Nights;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An event or a time zone of a calendar, as lines. */
final class RawComponent {
  private static final int MARGIN_DAYS = 31;

  private static final Pattern DATE = Pattern.compile(".*:(\\d{8}).*", Pattern.DOTALL);
  private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})");
  private static final Pattern TOO_OFTEN =
      Pattern.compile("FREQ=(SECOND|MINUTE|HOUR)LY|BY(HOUR|MINUTE|SECOND)=[^;]*,");
  private static final int LONGEST_CLOCK_RULE = 200;
  private static final Pattern CLOCK_RULE =
      Pattern.compile(
          "RRULE:((FREQ=YEARLY|INTERVAL=1|BYMONTH=\\d+|BYDAY=[-+0-9A-Z]+"
              + "|BYMONTHDAY=[-,0-9]+|UNTIL=[0-9TZ]+|WKST=[A-Z]+)(;|$))+");

  private final String kind;
  private final List<String> lines = new ArrayList<>();

  RawComponent(String kind) {
    this.kind = kind;
  }

  String kind() {
    return kind;
  }

  void add(String line) {
    lines.add(line);
  }

  int size() {
    return lines.size();
  }

  boolean isZone() {
    return kind.equals("VTIMEZONE");
  }

  /** Whether Java has a zone of this name, and with it all changes of its clocks. */
  boolean isKnownZone() {
    return lines.stream()
        .filter(line -> line.startsWith("TZID"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .anyMatch(ZoneId.getAvailableZoneIds()::contains);
  }

  /** Whether clocks change by rules that can be followed: on a day of the year. */
  boolean hasClockRules() {
    return rules().stream()
        .allMatch(
            rule -> rule.length() <= LONGEST_CLOCK_RULE && CLOCK_RULE.matcher(rule).matches());
  }

  /** Whether it repeats more often than daily. */
  boolean isTooOften() {
    return rules().stream().anyMatch(rule -> TOO_OFTEN.matcher(rule).find());
  }

  private List<String> rules() {
    return lines.stream()
        .filter(line -> line.startsWith("RRULE") || line.startsWith("EXRULE"))
        .map(line -> line.toUpperCase(Locale.ROOT))
        .toList();
  }

  /** Whether it may touch the nights, or changes one of several times that do. */
  boolean isNear(Nights window) {
    String earliest = basic(window.start().minusDays(MARGIN_DAYS));
    String latest = basic(window.end().plusDays(1));
    String start = date("DTSTART").orElse(earliest);
    boolean hasEnd = lines.stream().noneMatch(line -> line.startsWith("DURATION"));
    String end = hasEnd ? date("DTEND").orElse(start) : latest;
    boolean touches = end.compareTo(earliest) >= 0 && start.compareTo(latest) <= 0;
    return touches
        || repeatsAfter(earliest)
        || date("RECURRENCE-ID").filter(date -> date.compareTo(earliest) >= 0).isPresent();
  }

  private boolean repeatsAfter(String earliest) {
    return lines.stream().anyMatch(line -> line.startsWith("RDATE"))
        || rules().stream()
            .anyMatch(
                rule -> {
                  Matcher until = UNTIL.matcher(rule);
                  return !until.find() || until.group(1).compareTo(earliest) >= 0;
                });
  }

  private Optional<String> date(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(DATE::matcher)
        .filter(Matcher::matches)
        .map(date -> date.group(1))
        .findFirst();
  }

  private static String basic(LocalDate date) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  @Override
  public String toString() {
    return "BEGIN:" + kind + "\r\n" + String.join("\r\n", lines) + "\r\nEND:" + kind + "\r\n";
  }
}
