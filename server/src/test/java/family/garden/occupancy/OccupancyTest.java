package family.garden.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.occupancy.Occupancy.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class OccupancyTest {
  private static final LocalDate START = LocalDate.parse("2027-03-20");
  private static final UUID TENT = UUID.randomUUID();
  private static final UUID ROOM = UUID.randomUUID();

  @Example
  void two_stays_one_after_the_other_need_one_bed() {
    Nights week = new Nights(START, START.plusDays(4));
    Occupancy occupancy = new Occupancy(week, List.of(stay(TENT, 0, 2, 1), stay(TENT, 2, 4, 1)));

    assertThat(occupancy.free(TENT, 1)).containsExactly(0, 0, 0, 0);
    assertThat(occupancy.free(TENT, 2)).containsExactly(1, 1, 1, 1);
    assertThat(occupancy.tooFull(TENT, 2, 1)).isEmpty();
  }

  @Property
  void each_night_is_counted_as_somebody_would_by_hand(
      @ForAll("stays") List<Stay> stays,
      @ForAll @IntRange(min = -3, max = 10) int from,
      @ForAll @IntRange(min = 1, max = 15) int count,
      @ForAll @IntRange(min = 1, max = 6) int capacity,
      @ForAll @IntRange(min = 1, max = 4) int required) {
    Nights nights = new Nights(START.plusDays(from), START.plusDays(from + count));
    Occupancy occupancy = new Occupancy(nights, stays);

    int[] free = occupancy.free(TENT, capacity);
    for (int i = 0; i < count; i++) {
      LocalDate night = nights.start().plusDays(i);
      int taken = countedByHand(stays, night);
      assertThat(free[i]).isEqualTo(Math.max(0, capacity - taken));
      assertThat(occupancy.tooFull(TENT, capacity, required).contains(night))
          .isEqualTo(capacity - taken < required);
      assertThat(occupancy.above(TENT, capacity).contains(night)).isEqualTo(taken > capacity);
    }
  }

  private static int countedByHand(List<Stay> stays, LocalDate night) {
    int persons = 0;
    for (Stay stay : stays) {
      boolean sleepsHere = stay.accommodationId().equals(TENT);
      if (sleepsHere && !night.isBefore(stay.start()) && night.isBefore(stay.end())) {
        persons += stay.persons();
      }
    }
    return persons;
  }

  @Provide
  Arbitrary<List<Stay>> stays() {
    Arbitrary<UUID> where = Arbitraries.of(TENT, ROOM);
    Arbitrary<Integer> begin = Arbitraries.integers().between(-5, 15);
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 8);
    Arbitrary<Integer> persons = Arbitraries.integers().between(1, 4);
    return Combinators.combine(where, begin, length, persons)
        .as((place, from, nights, many) -> stay(place, from, from + nights, many))
        .list()
        .ofMaxSize(12);
  }

  private static Stay stay(UUID place, int from, int to, int persons) {
    return new Stay(place, START.plusDays(from), START.plusDays(to), persons);
  }
}
