package family.garden.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking as typed: anything may be missing or wrong. */
public record Draft(
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String notes,
    @Nullable List<@Nullable DraftItem> bookingItems) {

  /** Beds in one accommodation, as typed. */
  public record DraftItem(@Nullable UUID sleepingAccommodationId, @Nullable Integer personCount) {}

  /** Persons in all, of those items that say how many. */
  int totalPersons() {
    int total = 0;
    for (DraftItem item : bookingItems == null ? List.<DraftItem>of() : bookingItems) {
      if (item != null && item.personCount() != null && item.personCount() > 0) {
        total = Math.min(total + Math.min(item.personCount(), 1000), 1000);
      }
    }
    return total;
  }
}
