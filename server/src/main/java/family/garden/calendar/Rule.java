package family.garden.calendar;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * How an event repeats (RFC 5545, section 3.3.10), without its end: this class follows UNTIL and
 * COUNT itself, since programs write them in more ways than the library reads.
 *
 * @param parts the parts that the library gets
 * @param count how many times altogether, the first one too; null for no limit
 * @param until not later than that; null for no limit
 */
record Rule(String parts, @Nullable Integer count, @Nullable Moment until) {
  private static final int LONGEST = 1000;
  private static final int MOST_TIMES_A_DAY = 96;
  private static final Pattern FREQUENCY = Pattern.compile("YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY");
  private static final Pattern TOO_OFTEN = Pattern.compile("MINUTELY|SECONDLY");
  private static final Pattern DATES =
      Pattern.compile("BYMONTH|BYWEEKNO|BYYEARDAY|BYMONTHDAY|BYDAY|BYSETPOS|WKST");
  private static final Pattern TIMES = Pattern.compile("BYHOUR|BYMINUTE|BYSECOND");

  /** As much of the text of a rule as is kept: of one that is too long, no more than shows it. */
  static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST + 1));
  }

  /**
   * The rule that a text is.
   *
   * @param days whether it is about whole days, which have no hours
   */
  static Rule of(String text, boolean days) throws UnreadableEvent {
    if (text.length() > LONGEST) {
      throw new UnreadableEvent(Skip.Reason.BAD_RULE, text);
    }
    Map<String, String> read = parts(text);
    String frequency = read.getOrDefault("FREQ", "");
    if (TOO_OFTEN.matcher(frequency).matches() || (days && frequency.equals("HOURLY"))) {
      throw new UnreadableEvent(Skip.Reason.TOO_OFTEN, text);
    }
    if (!FREQUENCY.matcher(frequency).matches()) {
      throw new UnreadableEvent(Skip.Reason.BAD_RULE, text);
    }
    int interval = number(read.getOrDefault("INTERVAL", "1"), text);
    StringBuilder parts = new StringBuilder("FREQ=" + frequency);
    parts.append(";INTERVAL=").append(Math.max(1, interval));
    int times = 1;
    for (Map.Entry<String, String> part : read.entrySet()) {
      boolean time = TIMES.matcher(part.getKey()).matches();
      if (part.getValue().isEmpty()) {
        continue;
      }
      if (DATES.matcher(part.getKey()).matches() || (time && !days)) {
        parts.append(';').append(part.getKey()).append('=').append(part.getValue());
      }
      times *= time ? 1 + (int) part.getValue().chars().filter(c -> c == ',').count() : 1;
      if (times > MOST_TIMES_A_DAY) {
        throw new UnreadableEvent(Skip.Reason.TOO_OFTEN, text);
      }
    }
    String count = read.get("COUNT");
    String until = read.get("UNTIL");
    Rule rule =
        new Rule(
            parts.toString(),
            count == null ? null : Math.max(1, number(count, text)),
            until == null ? null : end(until, text));
    rule.forLibrary();
    return rule;
  }

  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return parts;
  }

  private static int number(String digits, String rule) throws UnreadableEvent {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new UnreadableEvent(Skip.Reason.BAD_RULE, rule);
    }
  }

  private static Moment end(String until, String rule) throws UnreadableEvent {
    Optional<Moment> end = Moment.of(until, null, null);
    return end.orElseThrow(() -> new UnreadableEvent(Skip.Reason.BAD_RULE, rule));
  }

  /** The library passes over parts that it cannot follow; what is left would be another rule. */
  private RecurrenceRule forLibrary() throws UnreadableEvent {
    try {
      RecurrenceRule rule = new RecurrenceRule(parts, RfcMode.RFC5545_LAX);
      for (String name : parts(parts).keySet()) {
        if (name.startsWith("BY") && !rule.hasPart(RecurrenceRule.Part.valueOf(name))) {
          throw new UnreadableEvent(Skip.Reason.BAD_RULE, parts);
        }
      }
      return rule;
    } catch (InvalidRecurrenceRuleException | RuntimeException e) {
      throw new UnreadableEvent(Skip.Reason.BAD_RULE, parts);
    }
  }

  /**
   * Calls {@code take} with each time in order, on a clock that never changes, until it returns
   * false. The first time always counts, whether or not it follows the rule.
   *
   * @param from of an unlimited rule, times before that may be left out, but for the first
   */
  void walk(LocalDateTime start, LocalDateTime from, Predicate<LocalDateTime> take)
      throws UnreadableEvent {
    if (!take.test(start)) {
      return;
    }
    try {
      RecurrenceRuleIterator times = forLibrary().iterator(forLibrary(anchor(start)));
      if (count == null && from.isAfter(start)) {
        times.fastForward(forLibrary(from));
      }
      int found = 1;
      while (times.hasNext() && (count == null || found < count)) {
        LocalDateTime time = fromLibrary(times.nextDateTime());
        if (time.isAfter(start)) {
          found++;
          if (!take.test(time)) {
            return;
          }
        }
      }
    } catch (RuntimeException e) {
      // The library gives up where a rule leads to no date for very long.
      throw new UnreadableEvent(Skip.Reason.BAD_RULE, parts);
    }
  }

  /**
   * Where the library begins. It counts places in a year or a month from there on, while they are
   * counted from the first of it; and where there are places, no part is taken from the start.
   */
  private LocalDateTime anchor(LocalDateTime start) {
    boolean byPlace =
        parts.contains(";BYSETPOS=")
            && (parts.contains(";BYDAY=") || parts.contains(";BYMONTHDAY="))
            && !parts.contains(";BYWEEKNO=");
    if (byPlace && parts.startsWith("FREQ=YEARLY")) {
      return start.withDayOfYear(1);
    }
    return byPlace && parts.startsWith("FREQ=MONTHLY") ? start.withDayOfMonth(1) : start;
  }

  private static DateTime forLibrary(LocalDateTime time) {
    return new DateTime(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }

  private static LocalDateTime fromLibrary(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }
}
