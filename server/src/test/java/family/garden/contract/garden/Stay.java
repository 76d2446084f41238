package family.garden.contract.garden;

import com.fasterxml.jackson.annotation.JsonInclude;
import family.garden.contract.GardenServer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of a booking. Immutable; {@link #and} and similar methods return another one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stay(
    LocalDate startDate, LocalDate endDate, @Nullable String notes, List<Beds> bookingItems) {

  /** Beds in one accommodation. */
  public record Beds(UUID sleepingAccommodationId, int personCount) {}

  /**
   * Some nights in one place.
   *
   * @param ahead days from today to the first night
   */
  public static Stay in(UUID place, int ahead, int nights, int persons) {
    return from(place, GardenServer.today().plusDays(ahead), nights, persons);
  }

  /** Some nights in one place, from a day on. */
  public static Stay from(UUID place, LocalDate start, int nights, int persons) {
    return new Stay(start, start.plusDays(nights), null, List.of(new Beds(place, persons)));
  }

  public Stay and(UUID place, int persons) {
    return new Stay(
        startDate,
        endDate,
        notes,
        Stream.concat(bookingItems.stream(), Stream.of(new Beds(place, persons))).toList());
  }

  public Stay noting(@Nullable String words) {
    return new Stay(startDate, endDate, words, bookingItems);
  }

  /** The same nights and beds, some days later. */
  public Stay later(int days) {
    return new Stay(startDate.plusDays(days), endDate.plusDays(days), notes, bookingItems);
  }
}
