package family.garden.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an external calendar's event that decide which nights it takes.
 *
 * @param uid null where it has none
 * @param replaces the time of a repeating event that it stands for; null if for none
 * @param andFuture whether it stands for all later times too
 * @param sequence the higher one is the later version of the same event
 * @param blocks whether it is neither cancelled nor shown as free
 * @param notAvailable whether it is a row by which Airbnb says that nobody booked, but nobody can
 */
record CalendarEvent(
    @Nullable String uid,
    @Nullable Moment replaces,
    boolean andFuture,
    int sequence,
    Span first,
    List<String> rules,
    List<String> exceptRules,
    List<Span> dates,
    List<Moment> exceptDates,
    boolean blocks,
    boolean notAvailable) {
  /** As many characters take as much memory as a date. */
  private static final int CHARACTERS_OF_A_DATE = 64;

  private static final Span NEVER = new Span(Moment.date(LocalDate.MIN), null, null);

  /**
   * From when until when.
   *
   * @param end null if {@code length} says how long it lasts, or nothing does
   */
  record Span(Moment start, @Nullable Moment end, @Nullable Length length) {}

  boolean repeats() {
    return !rules.isEmpty() || !dates.isEmpty();
  }

  /** How much of the memory it takes, in dates. */
  int weight() {
    return extra(uid)
        + (replaces == null ? 0 : extra(replaces.zone()))
        + weight(first)
        + weightOfRules(rules)
        + weightOfRules(exceptRules)
        + dates.stream().mapToInt(CalendarEvent::weight).sum()
        + exceptDates.stream().mapToInt(CalendarEvent::weight).sum();
  }

  static int weightOfRules(List<String> rules) {
    return rules.stream().mapToInt(rule -> 1 + extra(rule)).sum();
  }

  static int weight(Span span) {
    return weight(span.start()) + (span.end() == null ? 0 : extra(span.end().zone()));
  }

  static int weight(Moment moment) {
    return 1 + extra(moment.zone());
  }

  /** What a text takes beside what it belongs to. */
  private static int extra(@Nullable String text) {
    return text == null ? 0 : text.length() / CHARACTERS_OF_A_DATE;
  }

  /** Whether another version of the same event may count less than this one. */
  boolean maySupersede() {
    return uid != null && (sequence > 0 || replaces != null);
  }

  /** What is left of one that is over: it takes no nights, but may be the newest version. */
  CalendarEvent withoutTimes() {
    return new CalendarEvent(
        uid, replaces, false, sequence, NEVER, List.of(), List.of(), List.of(), List.of(), false,
        false);
  }

  /** Whether it is only left for the sake of its sequence. */
  boolean isOver() {
    return first.equals(NEVER);
  }

  CalendarEvent withDates(List<Span> others, List<Moment> exceptions) {
    return new CalendarEvent(
        uid,
        replaces,
        andFuture,
        sequence,
        first,
        rules,
        exceptRules,
        others,
        exceptions,
        blocks,
        notAvailable);
  }
}
