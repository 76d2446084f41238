package family.garden.booking;

import family.garden.occupancy.Nights;
import java.time.LocalDate;

/** Where a booking stands; the names are those on the wire and in the database. */
public enum BookingStatus {
  /** Waits for an administrator, and holds its beds meanwhile. */
  Pending,
  Accepted,
  Rejected,
  Cancelled,
  /** What an accepted booking is after its last night: computed, never stored. */
  Completed;

  /** What a stored status means today. */
  BookingStatus asOf(LocalDate today, Nights nights) {
    return this == Accepted && nights.areOver(today) ? Completed : this;
  }

  /** Whether dates and beds may still be changed, or the booking cancelled. */
  boolean isOpen() {
    return this == Pending || this == Accepted;
  }
}
