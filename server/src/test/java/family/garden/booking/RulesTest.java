package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.booking.Draft.DraftItem;
import family.garden.platform.http.Violations;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-03-28");
  private static final UUID TENT = UUID.randomUUID();
  private static final UUID ROOM = UUID.randomUUID();

  private final Violations violations = new Violations();

  @Test
  void tonight_can_be_booked_and_yesterday_cannot() {
    assertThat(check(TODAY, TODAY.plusDays(1), item(TENT, 1))).isPresent();
    assertThat(check(TODAY.minusDays(1), TODAY.plusDays(1), item(TENT, 1))).isEmpty();
    assertThat(violations.found()).containsOnlyKeys("startDate");
  }

  @Test
  void a_booking_that_has_begun_keeps_its_start() {
    LocalDate begun = TODAY.minusDays(3);
    Draft shortened = draft(begun, TODAY.plusDays(1), item(TENT, 1));

    assertThat(Rules.check(shortened, TODAY, begun, violations)).isPresent();
  }

  @Test
  void thirty_nights_are_the_most() {
    assertThat(check(TODAY, TODAY.plusDays(30), item(TENT, 1))).isPresent();
    assertThat(check(TODAY, TODAY.plusDays(31), item(TENT, 1))).isEmpty();
    assertThat(violations.found()).containsOnlyKeys("endDate");
  }

  @Test
  void a_mistyped_year_is_noticed() {
    assertThat(check(TODAY.plusYears(20), TODAY.plusYears(20).plusDays(1), item(TENT, 1)))
        .isEmpty();
    assertThat(violations.found()).containsOnlyKeys("startDate");
  }

  @Test
  void the_same_place_named_twice_is_merged() {
    Plan plan =
        check(TODAY, TODAY.plusDays(1), item(TENT, 2), item(ROOM, 1), item(TENT, 3)).orElseThrow();

    assertThat(plan.persons()).containsEntry(TENT, 5).containsEntry(ROOM, 1).hasSize(2);
  }

  @Test
  void twenty_persons_are_the_most_also_when_merged() {
    assertThat(check(TODAY, TODAY.plusDays(1), item(TENT, 20))).isPresent();
    assertThat(check(TODAY, TODAY.plusDays(1), item(TENT, 12), item(TENT, 9))).isEmpty();
    assertThat(violations.found()).containsOnlyKeys("bookingItems[1].personCount");
  }

  @Test
  void every_broken_rule_is_reported_at_once() {
    Draft draft =
        new Draft(
            TODAY.minusDays(1),
            TODAY.minusDays(2),
            "x".repeat(501),
            Arrays.asList(item(TENT, 0), new DraftItem(null, 1), null));

    assertThat(Rules.check(draft, TODAY, null, violations)).isEmpty();
    assertThat(violations.found())
        .containsOnlyKeys(
            "startDate",
            "endDate",
            "notes",
            "bookingItems[0].personCount",
            "bookingItems[1].sleepingAccommodationId",
            "bookingItems[2].personCount",
            "bookingItems[2].sleepingAccommodationId");
  }

  @Test
  void nothing_at_all_is_refused_field_by_field() {
    assertThat(Rules.check(new Draft(null, null, null, null), TODAY, null, violations)).isEmpty();
    assertThat(violations.found()).containsOnlyKeys("startDate", "endDate", "bookingItems");
  }

  @Test
  void notes_are_counted_in_characters_and_empty_ones_dropped() {
    assertThat(withNotes("🌷".repeat(500))).isPresent();
    assertThat(withNotes("  ").orElseThrow().notes()).isNull();
    assertThat(withNotes("🌷".repeat(501))).isEmpty();
  }

  @Test
  void the_end_of_time_breaks_nothing() {
    assertThat(check(LocalDate.MIN, LocalDate.MAX, item(TENT, 1))).isEmpty();
    assertThat(check(LocalDate.MAX, LocalDate.MIN, item(TENT, 1))).isEmpty();
  }

  private Optional<Plan> withNotes(@Nullable String notes) {
    return Rules.check(
        new Draft(TODAY, TODAY.plusDays(1), notes, List.of(item(TENT, 1))),
        TODAY,
        null,
        violations);
  }

  private Optional<Plan> check(LocalDate start, LocalDate end, DraftItem... items) {
    return Rules.check(draft(start, end, items), TODAY, null, violations);
  }

  private static Draft draft(LocalDate start, LocalDate end, DraftItem... items) {
    return new Draft(start, end, null, Arrays.asList(items));
  }

  private static DraftItem item(UUID accommodation, int persons) {
    return new DraftItem(accommodation, persons);
  }
}
