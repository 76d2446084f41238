package family.garden.booking;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something that somebody does in a garden; bookings, people and places by number. */
sealed interface Operation {
  /** Nights in the small window that all operations crowd into. */
  int NIGHTS = 12;

  int PLACES = 2;
  int PEOPLE = 3;

  /**
   * A new booking.
   *
   * @param from days after the first night
   * @param persons in each place
   */
  record Create(int owner, int from, int count, Map<Integer, Integer> persons)
      implements Operation {}

  record Edit(int booking, int from, int count, Map<Integer, Integer> persons)
      implements Operation {}

  record Cancel(int booking) implements Operation {}

  record Accept(int booking) implements Operation {}

  record Reject(int booking) implements Operation {}

  record SetCapacity(int place, int capacity) implements Operation {}

  static Arbitrary<Operation> any() {
    Arbitrary<Integer> booking = Arbitraries.integers().between(0, 30);
    return Arbitraries.frequencyOf(
        Tuple.of(8, create()),
        Tuple.of(5, edit(booking)),
        Tuple.of(2, booking.map(Cancel::new)),
        Tuple.of(2, booking.map(Accept::new)),
        Tuple.of(1, booking.map(Reject::new)),
        Tuple.of(1, setCapacity()));
  }

  private static Arbitrary<Operation> create() {
    return Combinators.combine(
            Arbitraries.integers().between(0, PEOPLE - 1), from(), count(), persons())
        .as(Create::new);
  }

  private static Arbitrary<Operation> edit(Arbitrary<Integer> booking) {
    return Combinators.combine(booking, from(), count(), persons()).as(Edit::new);
  }

  private static Arbitrary<Operation> setCapacity() {
    return Combinators.combine(
            Arbitraries.integers().between(0, PLACES - 1), Arbitraries.integers().between(1, 6))
        .as(SetCapacity::new);
  }

  private static Arbitrary<Integer> from() {
    return Arbitraries.integers().between(0, NIGHTS - 1);
  }

  private static Arbitrary<Integer> count() {
    return Arbitraries.integers().between(1, 5);
  }

  private static Arbitrary<Map<Integer, Integer>> persons() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 3))
        .as(
            (inFirst, inSecond) -> {
              Map<Integer, Integer> persons = new TreeMap<>();
              if (inFirst > 0 || inSecond == 0) {
                persons.put(0, Math.max(1, inFirst));
              }
              if (inSecond > 0) {
                persons.put(1, inSecond);
              }
              return persons;
            });
  }
}
