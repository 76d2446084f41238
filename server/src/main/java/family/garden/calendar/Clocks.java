package family.garden.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Converts times between the zones of a calendar and the zone of the garden. */
final class Clocks {
  private final ZoneRules garden;
  private final Map<String, ZoneDefinition> defined;
  private final LocalDateTime latest;
  private final WorkBudget budget;
  private final ZoneNames names = new ZoneNames();
  private final Map<String, Optional<ZoneRules>> known = new HashMap<>();

  /**
   * @param defined the zones that the calendar defines
   * @param latest the last date that is asked about
   * @param budget what following the rules of the defined zones may take
   */
  Clocks(ZoneId garden, Map<String, ZoneDefinition> defined, LocalDate latest, WorkBudget budget) {
    this.budget = budget;
    this.garden = garden.getRules();
    this.defined = defined;
    this.latest = latest.plusYears(1).atStartOfDay();
  }

  /**
   * The clock that a moment is read from; a floating one is read from the garden's.
   *
   * @throws UnreadableEvent if nobody knows the zone
   */
  ZoneRules of(Moment moment) throws UnreadableEvent {
    String zone = moment.zone();
    if (zone != null) {
      return known
          .computeIfAbsent(zone, this::find)
          .orElseThrow(() -> new UnreadableEvent(Skip.Reason.UNKNOWN_ZONE, zone));
    }
    return moment.kind() == Moment.Kind.UTC ? ZoneOffset.UTC.getRules() : garden;
  }

  /** Java's own zones first: they know all changes of the clocks, a calendar only some. */
  private Optional<ZoneRules> find(String zone) {
    if (zone.length() > ZoneNames.LONGEST) {
      return Optional.empty();
    }
    return ZoneNames.exact(zone)
        .or(() -> Optional.ofNullable(defined.get(zone)).flatMap(own -> own.rules(latest, budget)))
        .or(() -> names.foreign(zone));
  }

  /** What the garden's clock shows. */
  LocalDateTime inGarden(Instant instant) {
    return LocalDateTime.ofInstant(instant, garden.getOffset(instant));
  }

  /**
   * The instant at which a clock shows a time. A time that it skips counts as that much after the
   * change.
   */
  static Instant instant(LocalDateTime local, ZoneRules clock) {
    return local.toInstant(clock.getOffset(local));
  }

  /**
   * The day that a moment means where whole days are meant. Midnight and the last second of a day
   * in UTC are that day, as their writer knew no zone; any other time in UTC is a day's begin or
   * end in the garden's zone.
   */
  LocalDate day(Moment moment) {
    if (moment.kind() != Moment.Kind.UTC) {
      return moment.day();
    }
    int second = moment.local().toLocalTime().toSecondOfDay();
    return second == 0 || second == 24 * 3600 - 1
        ? moment.day()
        : inGarden(moment.local().toInstant(ZoneOffset.UTC)).toLocalDate();
  }
}
