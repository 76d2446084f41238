package family.garden.booking;

import family.garden.occupancy.Nights;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of a booking that can be checked from what was typed and today's date. */
public final class Rules {
  public static final int MOST_NIGHTS = 30;
  public static final int MOST_PERSONS = 20;
  private static final int LONGEST_NOTES = 500;
  private static final int MOST_ITEMS = 100;

  /** A date farther ahead is taken for a mistyped year. */
  private static final int YEARS_AHEAD = 5;

  private Rules() {}

  /** The morning after the last night that anybody may book. */
  public static LocalDate bookableUntil(LocalDate today) {
    return today.plusYears(YEARS_AHEAD).plusDays(MOST_NIGHTS);
  }

  /**
   * The plan that a draft makes; empty if {@code violations} got any.
   *
   * @param allowedStart the start that may stay although it has passed: that of the booking being
   *     edited
   */
  static Optional<Plan> check(
      Draft draft, LocalDate today, @Nullable LocalDate allowedStart, Violations violations) {
    Nights nights = nights(draft, today, allowedStart, violations);
    SortedMap<UUID, Integer> persons = persons(draft, violations);
    String notes = violations.prose("notes", draft.notes(), LONGEST_NOTES);
    return nights == null || !violations.isEmpty()
        ? Optional.empty()
        : Optional.of(new Plan(nights, persons, notes));
  }

  /**
   * The plan that a draft makes.
   *
   * @param allowedStart the start that may stay although it has passed: that of the booking being
   *     edited
   * @throws Refusal 400 with every rule that it breaks
   */
  public static Plan require(Draft draft, LocalDate today, @Nullable LocalDate allowedStart) {
    Violations violations = new Violations();
    Optional<Plan> plan = check(draft, today, allowedStart, violations);
    violations.refuseIfAny();
    return plan.orElseThrow();
  }

  private static @Nullable Nights nights(
      Draft draft, LocalDate today, @Nullable LocalDate allowedStart, Violations violations) {
    LocalDate start = draft.startDate();
    LocalDate end = draft.endDate();
    violations.unless(start != null, "startDate", Text.of("field.missing"));
    violations.unless(end != null, "endDate", Text.of("field.missing"));
    if (start != null && !start.equals(allowedStart)) {
      violations.unless(!start.isBefore(today), "startDate", Text.of("nights.past", today));
      violations.unless(
          !start.isAfter(today.plusYears(YEARS_AHEAD)),
          "startDate",
          Text.of("nights.far", YEARS_AHEAD));
    }
    if (start == null || end == null) {
      return null;
    }
    long count = ChronoUnit.DAYS.between(start, end);
    violations.unless(count >= 1, "endDate", Text.of("nights.none"));
    violations.unless(count <= MOST_NIGHTS, "endDate", Text.of("nights.many", MOST_NIGHTS));
    return violations.isEmpty() ? new Nights(start, end) : null;
  }

  private static SortedMap<UUID, Integer> persons(Draft draft, Violations violations) {
    SortedMap<UUID, Integer> persons = new TreeMap<>();
    List<Draft.@Nullable DraftItem> items = draft.bookingItems();
    if (items == null || items.isEmpty()) {
      violations.add("bookingItems", Text.of("items.none"));
      return persons;
    }
    if (items.size() > MOST_ITEMS) {
      violations.add("bookingItems", Text.of("items.many", MOST_ITEMS));
      return persons;
    }
    for (int i = 0; i < items.size(); i++) {
      Draft.DraftItem item = items.get(i);
      String field = "bookingItems[" + i + "].";
      UUID id = item == null ? null : item.sleepingAccommodationId();
      int count = item == null || item.personCount() == null ? 0 : item.personCount();
      violations.unless(
          count >= 1 && count <= MOST_PERSONS,
          field + "personCount",
          Text.of("items.persons", MOST_PERSONS));
      if (id == null) {
        violations.add(field + "sleepingAccommodationId", Text.of("field.missing"));
      } else if (count >= 1 && count <= MOST_PERSONS) {
        int merged = persons.merge(id, count, Integer::sum);
        violations.unless(
            merged <= MOST_PERSONS, field + "personCount", Text.of("items.persons", MOST_PERSONS));
      }
    }
    return persons;
  }
}
