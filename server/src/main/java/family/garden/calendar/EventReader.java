package family.garden.calendar;

import family.garden.calendar.CalendarEvent.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an event of the lines of a VEVENT, or several of a VFREEBUSY. */
final class EventReader {
  private static final Set<String> DATES =
      Set.of("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID", "FREEBUSY");
  private static final Set<String> OTHERS =
      Set.of(
          "UID",
          "DURATION",
          "RRULE",
          "EXRULE",
          "STATUS",
          "TRANSP",
          "SEQUENCE",
          "SUMMARY",
          "X-MICROSOFT-CDO-BUSYSTATUS");
  private static final int LONGEST_UID = 255;

  private @Nullable String uid;
  private @Nullable Moment start;
  private @Nullable Moment end;
  private @Nullable Length length;
  private @Nullable Moment replaces;
  private boolean andFuture;
  private int sequence;
  private boolean cancelled;
  private @Nullable Boolean free;
  private boolean freeByMicrosoft;
  private boolean notAvailable;
  private final List<String> rules = new ArrayList<>();
  private final List<String> exceptRules = new ArrayList<>();
  private final List<Span> dates = new ArrayList<>();
  private final List<Moment> exceptDates = new ArrayList<>();
  private final List<Span> busy = new ArrayList<>();
  private int weight;

  /** Whether a property of this name says something about nights. */
  static boolean reads(String name) {
    return DATES.contains(name) || OTHERS.contains(name);
  }

  /** How much of the memory the dates and rules take so far, in dates. */
  int weight() {
    return weight;
  }

  void take(String name, String text) {
    ContentLine line = ContentLine.of(text, DATES.contains(name));
    String value = line.value();
    switch (name) {
      case "UID" -> uid = value.isEmpty() ? null : shortened(value, LONGEST_UID);
      case "DTSTART" -> start = first(line).orElse(start);
      case "DTEND" -> end = first(line).orElse(end);
      case "DURATION" -> length = Length.of(value).orElse(length);
      case "RRULE" -> addRule(value, rules);
      case "EXRULE" -> addRule(value, exceptRules);
      case "RDATE" -> addAll(spans(line), dates);
      case "EXDATE" -> {
        for (Span span : spans(line)) {
          exceptDates.add(span.start());
          weight += CalendarEvent.weight(span.start());
        }
      }
      case "RECURRENCE-ID" -> {
        replaces = first(line).orElse(replaces);
        andFuture = "THISANDFUTURE".equalsIgnoreCase(line.parameter("RANGE"));
      }
      case "STATUS" -> cancelled = value.equalsIgnoreCase("CANCELLED");
      case "TRANSP" -> free = value.equalsIgnoreCase("TRANSPARENT");
      case "SEQUENCE" -> sequence = value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
      case "SUMMARY" -> notAvailable = saysNotAvailable(value);
      case "FREEBUSY" -> {
        if (!"FREE".equalsIgnoreCase(line.parameter("FBTYPE"))) {
          addAll(spans(line), busy);
        }
      }
      default -> freeByMicrosoft = value.equalsIgnoreCase("FREE");
    }
  }

  private void addRule(String rule, List<String> to) {
    String shortened = Rule.shortened(rule);
    to.add(shortened);
    weight += CalendarEvent.weightOfRules(List.of(shortened));
  }

  private void addAll(List<Span> some, List<Span> to) {
    to.addAll(some);
    some.forEach(span -> weight += CalendarEvent.weight(span));
  }

  private static boolean saysNotAvailable(String summary) {
    String words = shortened(summary, 100).toLowerCase(Locale.ROOT);
    return words.equals("not available")
        || (words.startsWith("airbnb") && words.contains("not available"));
  }

  private static String shortened(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  private static Optional<Moment> first(ContentLine line) {
    return spans(line).stream().map(Span::start).findFirst();
  }

  /** Dates, or periods with a slash: what cannot be read among them is passed over. */
  private static List<Span> spans(ContentLine line) {
    List<Span> spans = new ArrayList<>();
    String named = line.parameter("TZID");
    // One character more than any zone has shows that it is none.
    String zone = named == null ? null : shortened(named, ZoneNames.LONGEST + 1);
    String type = line.parameter("VALUE");
    for (String one : line.value().split(",", -1)) {
      String[] parts = one.strip().split("/", 2);
      Optional<Moment> begin = Moment.of(parts[0], zone, type);
      if (begin.isPresent()) {
        String until = parts.length > 1 ? parts[1] : "";
        spans.add(
            new Span(
                begin.get(),
                Moment.of(until, zone, type).orElse(null),
                Length.of(until).orElse(null)));
      }
    }
    return spans;
  }

  /** The event of a VEVENT. */
  CalendarEvent event() throws UnreadableEvent {
    Moment begin = start == null ? replaces : start;
    if (begin == null) {
      throw new UnreadableEvent(Skip.Reason.NO_START, "");
    }
    return event(uid, new Span(begin, end, length));
  }

  /** An event for each period that a VFREEBUSY calls busy. */
  List<CalendarEvent> busy() {
    return busy.stream().map(span -> event(null, span)).toList();
  }

  private CalendarEvent event(@Nullable String id, Span first) {
    boolean shownAsFree = free == null ? freeByMicrosoft : free;
    return new CalendarEvent(
        id,
        replaces,
        andFuture,
        sequence,
        first,
        List.copyOf(rules),
        List.copyOf(exceptRules),
        List.copyOf(dates),
        List.copyOf(exceptDates),
        !cancelled && !shownAsFree,
        notAvailable);
  }
}
