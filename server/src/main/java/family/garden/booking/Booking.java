package family.garden.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.occupancy.Nights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking, as its owner and the administrators see it.
 *
 * @param memberId whose it is; null once that person was erased
 * @param guestName who stays in the member's place, without an account; null if the member does
 * @param status as of today
 * @param version grows with each change, for {@code If-Match}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Booking(
    UUID id,
    @Nullable UUID memberId,
    @Nullable String memberName,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String guestName,
    LocalDate startDate,
    LocalDate endDate,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notes,
    BookingStatus status,
    List<Item> bookingItems,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  /** Beds in one accommodation. */
  public record Item(
      UUID sleepingAccommodationId, String sleepingAccommodationName, int personCount) {}

  /** Who stays; null once the member was erased. */
  public @Nullable String sleeperName() {
    return guestName == null ? memberName : guestName;
  }

  @JsonProperty("nights")
  public int nightCount() {
    return nights().count();
  }

  @JsonProperty("totalPersons")
  public int totalPersons() {
    return bookingItems.stream().mapToInt(Item::personCount).sum();
  }

  /** Where it holds beds, in the order that they are locked. */
  public SortedSet<UUID> accommodationIds() {
    SortedSet<UUID> ids = new TreeSet<>();
    bookingItems.forEach(item -> ids.add(item.sleepingAccommodationId()));
    return ids;
  }

  public Nights nights() {
    return new Nights(startDate, endDate);
  }
}
