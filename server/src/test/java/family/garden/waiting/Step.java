package family.garden.waiting;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something that somebody does where beds are scarce; everything by number. */
sealed interface Step {
  /** Nights in the small window that all crowd into. */
  int NIGHTS = 6;

  int PEOPLE = 3;

  /**
   * Beds that somebody wants.
   *
   * @param from days after the first night
   */
  record Beds(int from, int count, Map<Integer, Integer> persons) {}

  record Book(int owner, Beds beds) implements Step {}

  record Edit(int booking, Beds beds) implements Step {}

  record Cancel(int booking) implements Step {}

  record SetCapacity(int place, int capacity) implements Step {}

  record Join(int owner, Beds beds) implements Step {}

  record Leave(int entry) implements Step {}

  record Accept(int entry) implements Step {}

  record Lapse(int entry) implements Step {}

  static Arbitrary<Step> any() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 20);
    Arbitrary<Integer> owner = Arbitraries.integers().between(0, PEOPLE - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(8, Combinators.combine(owner, beds()).as(Book::new)),
        Tuple.of(2, Combinators.combine(number, beds()).as(Edit::new)),
        Tuple.of(5, number.map(Cancel::new)),
        Tuple.of(1, Combinators.combine(place(), capacity()).as(SetCapacity::new)),
        Tuple.of(8, Combinators.combine(owner, beds()).as(Join::new)),
        Tuple.of(2, number.map(Leave::new)),
        Tuple.of(3, number.map(Accept::new)),
        Tuple.of(1, number.map(Lapse::new)));
  }

  private static Arbitrary<Integer> place() {
    return Arbitraries.integers().between(0, 1);
  }

  private static Arbitrary<Integer> capacity() {
    return Arbitraries.integers().between(1, 3);
  }

  private static Arbitrary<Beds> beds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, NIGHTS - 1),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(
                Map.of(0, 1), Map.of(0, 2), Map.of(1, 1), Map.of(0, 1, 1, 1), Map.of(0, 2, 1, 1)))
        .as(Beds::new);
  }
}
