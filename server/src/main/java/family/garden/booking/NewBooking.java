package family.garden.booking;

import family.garden.booking.Draft.DraftItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new booking as typed: a {@link Draft}, and for whom.
 *
 * @param memberId another member whose booking it becomes; null for none
 * @param guestName somebody without an account, for whom the caller books; null for nobody
 */
record NewBooking(
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String notes,
    @Nullable List<@Nullable DraftItem> bookingItems,
    @Nullable UUID memberId,
    @Nullable String guestName) {

  Draft draft() {
    return new Draft(startDate, endDate, notes, bookingItems);
  }
}
