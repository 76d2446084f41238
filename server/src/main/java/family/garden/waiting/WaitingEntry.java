package family.garden.waiting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.booking.Booking;
import family.garden.booking.Plan;
import family.garden.occupancy.Nights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for beds, as that person and the administrators see it.
 *
 * @param offeredUntil until when the beds are held, or were; null while nothing was offered
 * @param position 1 for the first of those who want a bed in the same place on the same night; null
 *     once the offer has lapsed
 * @param bookingId what the offer became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingEntry(
    UUID id,
    UUID memberId,
    String memberName,
    LocalDate startDate,
    LocalDate endDate,
    @Nullable String notes,
    Status status,
    @Nullable Instant offeredUntil,
    @Nullable Integer position,
    List<Booking.Item> bookingItems,
    Instant createdAt,
    @JsonIgnore @Nullable UUID bookingId) {

  /** Where an entry stands; the names are those on the wire. */
  public enum Status {
    Waiting,
    /** The beds are free, and held for this member. */
    Offered,
    /** Nobody answered the offer in time. */
    Lapsed,
    /** Never shown: the booking is. */
    Booked
  }

  @JsonProperty("nights")
  public int nightCount() {
    return stay().count();
  }

  @JsonProperty("totalPersons")
  public int totalPersons() {
    return bookingItems.stream().mapToInt(Booking.Item::personCount).sum();
  }

  Nights stay() {
    return new Nights(startDate, endDate);
  }

  /** The booking that is wished for. */
  Plan plan() {
    SortedMap<UUID, Integer> persons = new TreeMap<>();
    bookingItems.forEach(item -> persons.put(item.sleepingAccommodationId(), item.personCount()));
    return new Plan(stay(), persons, notes);
  }
}
