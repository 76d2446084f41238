package family.garden.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time zone as a calendar defines it (VTIMEZONE; RFC 5545, section 3.6.5). */
final class ZoneDefinition {
  private static final Pattern OFFSET = Pattern.compile("([-+]?)(\\d{2}):?(\\d{2}):?(\\d{2})?");

  /** A clock changes twice a year; since 1601 that is fewer than a thousand times. */
  private static final int MOST_CHANGES = 4000;

  private @Nullable String name;
  private final List<Observance> observances = new ArrayList<>();
  private @Nullable Observance open;

  /** A part of the year with one offset: from each of its dates on. */
  private static final class Observance {
    private @Nullable LocalDateTime start;
    private @Nullable ZoneOffset before;
    private @Nullable ZoneOffset after;
    private final List<String> rules = new ArrayList<>();
    private final List<LocalDateTime> dates = new ArrayList<>();
  }

  void begin() {
    open = new Observance();
    observances.add(open);
  }

  void end() {
    open = null;
  }

  void take(String property, String text) {
    Observance part = open;
    if (part == null) {
      if (property.equals("TZID")) {
        String read = ContentLine.of(text, false).value();
        name = read.length() > ZoneNames.LONGEST ? null : read;
      }
      return;
    }
    String value = ContentLine.of(text, false).value();
    switch (property) {
      case "DTSTART" ->
          part.start = Moment.of(value, null, null).map(Moment::local).orElse(part.start);
      case "TZOFFSETFROM" -> part.before = offset(value).orElse(part.before);
      case "TZOFFSETTO" -> part.after = offset(value).orElse(part.after);
      case "RRULE" -> part.rules.add(Rule.shortened(value));
      case "RDATE" -> {
        for (String one : value.split(",", -1)) {
          Moment.of(one, null, null).map(Moment::local).ifPresent(part.dates::add);
        }
      }
      default -> {}
    }
  }

  /** Empty if it has none. */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  private static Optional<ZoneOffset> offset(String text) {
    Matcher parts = OFFSET.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int seconds =
        Integer.parseInt(parts.group(2)) * 3600
            + Integer.parseInt(parts.group(3)) * 60
            + (parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)));
    return seconds > ZoneOffset.MAX.getTotalSeconds()
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? -seconds : seconds));
  }

  /** The rules of its clocks until {@code latest}; empty if they cannot be followed. */
  Optional<ZoneRules> rules(LocalDateTime latest, WorkBudget budget) {
    TreeMap<Instant, ZoneOffset> changes = new TreeMap<>();
    ZoneOffset first = null;
    Instant firstChange = Instant.MAX;
    for (Observance part : observances) {
      if (part.start == null || part.after == null) {
        continue;
      }
      ZoneOffset before = part.before == null ? part.after : part.before;
      List<LocalDateTime> dates = dates(part, part.start, latest, budget);
      if (dates.size() + changes.size() > MOST_CHANGES) {
        return Optional.empty();
      }
      for (LocalDateTime date : dates) {
        changes.put(date.toInstant(before), part.after);
      }
      if (part.start.toInstant(before).isBefore(firstChange)) {
        first = before;
        firstChange = part.start.toInstant(before);
      }
    }
    return first == null ? Optional.empty() : Optional.of(rules(first, changes));
  }

  /** Like Windows, some write the hour into the rule: what counts is the hour of the start. */
  private static List<LocalDateTime> dates(
      Observance part, LocalDateTime start, LocalDateTime latest, WorkBudget budget) {
    List<LocalDateTime> dates = new ArrayList<>(part.dates);
    dates.add(start);
    for (String text : part.rules) {
      if (budget.isSpent()) {
        break;
      }
      try {
        Rule rule = Rule.of(text.replaceAll("(?i)BY(HOUR|MINUTE|SECOND)=[^;]*", ""), false);
        LocalDateTime until = rule.until() == null ? latest : rule.until().local().plusDays(1);
        rule.walk(
            start,
            start,
            date -> {
              dates.add(date);
              return budget.spend()
                  && dates.size() < MOST_CHANGES
                  && date.isBefore(latest)
                  && date.isBefore(until);
            });
      } catch (UnreadableEvent e) {
        // The clock changes once then, at its start.
      }
    }
    return dates;
  }

  private static ZoneRules rules(ZoneOffset first, Map<Instant, ZoneOffset> changes) {
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffset before = first;
    for (Map.Entry<Instant, ZoneOffset> change : changes.entrySet()) {
      ZoneOffset after = change.getValue();
      if (!after.equals(before)) {
        LocalDateTime local = LocalDateTime.ofInstant(change.getKey(), before);
        transitions.add(ZoneOffsetTransition.of(local, before, after));
        before = after;
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }
}
