package family.garden.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model of the rules by brute force: it counts every night of every booking each time. Places,
 * people and bookings are known by their number.
 */
final class GardenModel {
  /** Persons in each place, by its number. */
  record Wish(LocalDate start, LocalDate end, Map<Integer, Integer> persons) {}

  private static final class Made {
    private final int owner;
    private Wish wish;
    private BookingStatus status = BookingStatus.Pending;

    Made(int owner, Wish wish) {
      this.owner = owner;
      this.wish = wish;
    }
  }

  private final int[] capacities;
  private final List<Made> bookings = new ArrayList<>();

  GardenModel(int[] capacities) {
    this.capacities = capacities.clone();
  }

  /** How many bookings were made so far, whatever their status. */
  int made() {
    return bookings.size();
  }

  int create(int owner, Wish wish) {
    if (!fits(wish, -1)) {
      return 409;
    }
    bookings.add(new Made(owner, wish));
    return 201;
  }

  int edit(int booking, Wish wish) {
    Made made = bookings.get(booking);
    if (!made.status.isOpen() || !fits(wish, booking)) {
      return 409;
    }
    if (!made.wish.equals(wish)) {
      made.status = BookingStatus.Pending;
    }
    made.wish = wish;
    return 200;
  }

  int cancel(int booking) {
    return move(booking, bookings.get(booking).status.isOpen(), BookingStatus.Cancelled);
  }

  int accept(int booking) {
    return move(booking, isPending(booking), BookingStatus.Accepted);
  }

  int reject(int booking) {
    return move(booking, isPending(booking), BookingStatus.Rejected);
  }

  private boolean isPending(int booking) {
    return bookings.get(booking).status == BookingStatus.Pending;
  }

  private int move(int booking, boolean allowed, BookingStatus to) {
    if (!allowed) {
      return 409;
    }
    bookings.get(booking).status = to;
    return 204;
  }

  int setCapacity(int place, int capacity, LocalDate from, LocalDate to) {
    boolean booked = from.datesUntil(to).anyMatch(night -> persons(place, night, -1) > capacity);
    if (booked && capacity < capacities[place]) {
      return 409;
    }
    capacities[place] = capacity;
    return 200;
  }

  int capacity(int place) {
    return capacities[place];
  }

  int owner(int booking) {
    return bookings.get(booking).owner;
  }

  BookingStatus status(int booking) {
    return bookings.get(booking).status;
  }

  /** Free beds in a place on one night. */
  int free(int place, LocalDate night) {
    return capacities[place] - persons(place, night, -1);
  }

  private boolean fits(Wish wish, int except) {
    return wish.persons().entrySet().stream()
        .allMatch(
            beds ->
                wish.start()
                    .datesUntil(wish.end())
                    .allMatch(
                        night ->
                            persons(beds.getKey(), night, except) + beds.getValue()
                                <= capacities[beds.getKey()]));
  }

  private int persons(int place, LocalDate night, int except) {
    int sum = 0;
    for (int i = 0; i < bookings.size(); i++) {
      Made made = bookings.get(i);
      boolean there = !night.isBefore(made.wish.start()) && night.isBefore(made.wish.end());
      if (i != except && made.status.isOpen() && there) {
        sum += made.wish.persons().getOrDefault(place, 0);
      }
    }
    return sum;
  }
}
