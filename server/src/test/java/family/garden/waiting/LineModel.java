package family.garden.waiting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model of the waiting list by brute force: every night of every booking and of every hold is
 * counted anew each time. Places, people, bookings and entries are known by their number.
 */
final class LineModel {
  /** Persons in each place, by its number. */
  record Wish(LocalDate start, LocalDate end, Map<Integer, Integer> persons) {
    boolean has(int place, LocalDate night) {
      return persons.containsKey(place) && !night.isBefore(start) && night.isBefore(end);
    }

    boolean meets(Wish other) {
      return start
          .datesUntil(end)
          .anyMatch(night -> persons.keySet().stream().anyMatch(place -> other.has(place, night)));
    }
  }

  enum State {
    Open,
    Waiting,
    Offered,
    Lapsed,
    Booked,
    Gone
  }

  static final class Made {
    final int owner;
    Wish wish;
    State state;

    Made(int owner, Wish wish, State state) {
      this.owner = owner;
      this.wish = wish;
      this.state = state;
    }
  }

  private final int[] capacities;
  final List<Made> bookings = new ArrayList<>();
  final List<Made> entries = new ArrayList<>();

  LineModel(int[] capacities) {
    this.capacities = capacities.clone();
  }

  int book(int owner, Wish wish) {
    if (!fits(wish, owner, null)) {
      return 409;
    }
    add(owner, wish);
    return 201;
  }

  private void add(int owner, Wish wish) {
    bookings.add(new Made(owner, wish, State.Open));
    if (useUp(owner, wish)) {
      offer(entry -> wish.persons().keySet().containsAll(entry.wish.persons().keySet()));
    }
  }

  int edit(int booking, Wish wish) {
    Made made = bookings.get(booking);
    if (made.state != State.Open || !fits(wish, made.owner, made)) {
      return 409;
    }
    made.wish = wish;
    useUp(made.owner, wish);
    offer(entry -> true);
    return 200;
  }

  int cancel(int booking) {
    Made made = bookings.get(booking);
    if (made.state != State.Open) {
      return 409;
    }
    made.state = State.Gone;
    offer(wanting(made.wish));
    return 204;
  }

  int setCapacity(int place, int capacity, LocalDate from, LocalDate to) {
    boolean full = from.datesUntil(to).anyMatch(night -> taken(place, night, -1, null) > capacity);
    int before = capacities[place];
    if (full && capacity < before) {
      return 409;
    }
    capacities[place] = capacity;
    if (capacity > before) {
      offer(entry -> entry.wish.persons().containsKey(place));
    }
    return 200;
  }

  int join(int owner, Wish wish) {
    List<Made> open =
        entries.stream()
            .filter(entry -> entry.owner == owner)
            .filter(entry -> entry.state == State.Waiting || entry.state == State.Offered)
            .toList();
    boolean same = open.stream().anyMatch(entry -> entry.wish.equals(wish));
    if (fits(wish, owner, null) || same || open.size() >= 10) {
      return 409;
    }
    entries.add(new Made(owner, wish, State.Waiting));
    return 201;
  }

  int leave(int number) {
    Made entry = entries.get(number);
    State before = entry.state;
    if (before == State.Booked || before == State.Gone) {
      return 404;
    }
    entry.state = State.Gone;
    if (before == State.Offered) {
      offer(wanting(entry.wish));
    }
    return 204;
  }

  int accept(int number) {
    Made entry = entries.get(number);
    return switch (entry.state) {
      case Gone -> 404;
      case Booked -> 201;
      case Offered -> {
        entry.state = State.Booked;
        add(entry.owner, entry.wish);
        yield 201;
      }
      default -> 409;
    };
  }

  /** Lets an offer lapse; false where there is none. */
  boolean lapse(int number) {
    Made entry = entries.get(number);
    if (entry.state != State.Offered) {
      return false;
    }
    entry.state = State.Lapsed;
    offer(wanting(entry.wish));
    return true;
  }

  private static Predicate<Made> wanting(Wish freed) {
    return entry ->
        entry.wish.persons().keySet().stream().anyMatch(freed.persons().keySet()::contains);
  }

  private void offer(Predicate<Made> selected) {
    for (Made entry : entries) {
      if (entry.state == State.Waiting && selected.test(entry) && fits(entry.wish, -1, null)) {
        entry.state = State.Offered;
      }
    }
  }

  /** Whether somebody waits for beds that are free, which only a later round finds. */
  boolean forgotSomebody() {
    return entries.stream()
        .anyMatch(entry -> entry.state == State.Waiting && fits(entry.wish, -1, null));
  }

  private boolean useUp(int owner, Wish wish) {
    boolean overfull =
        wish.persons().keySet().stream()
            .anyMatch(
                place ->
                    wish.start()
                        .datesUntil(wish.end())
                        .anyMatch(night -> taken(place, night, -1, null) > capacities[place]));
    List<Made> held =
        entries.stream()
            .filter(entry -> entry.owner == owner && entry.state == State.Offered)
            .filter(entry -> entry.wish.meets(wish))
            .toList();
    if (!overfull || held.isEmpty()) {
      return false;
    }
    held.forEach(entry -> entry.state = State.Booked);
    return true;
  }

  private boolean fits(Wish wish, int member, @Nullable Made except) {
    return wish.persons().entrySet().stream()
        .allMatch(
            beds ->
                wish.start()
                    .datesUntil(wish.end())
                    .allMatch(
                        night ->
                            taken(beds.getKey(), night, member, except) + beds.getValue()
                                <= capacities[beds.getKey()]));
  }

  /** Free beds as a member sees them. */
  int free(int place, LocalDate night, int member) {
    return Math.max(0, capacities[place] - taken(place, night, member, null));
  }

  private int taken(int place, LocalDate night, int member, @Nullable Made except) {
    int sum = 0;
    for (Made booking : bookings) {
      if (booking != except && booking.state == State.Open && booking.wish.has(place, night)) {
        sum += booking.wish.persons().getOrDefault(place, 0);
      }
    }
    for (Made entry : entries) {
      boolean held = entry.state == State.Offered && entry.owner != member;
      if (held && entry.wish.has(place, night)) {
        sum += entry.wish.persons().getOrDefault(place, 0);
      }
    }
    return sum;
  }
}
