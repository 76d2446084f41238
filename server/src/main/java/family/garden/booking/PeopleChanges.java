package family.garden.booking;

import family.garden.accommodation.AccommodationStore;
import family.garden.member.MemberEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/** Applies changes of members to their bookings and to what is shown of these. */
@Singleton
final class PeopleChanges {
  private static final int FIRST = 1;
  private static final int LAST = 10_000;

  private final BookingStore store;
  private final Bookings bookings;
  private final AccommodationStore accommodations;
  private final Clock clock;

  PeopleChanges(
      BookingStore store, Bookings bookings, AccommodationStore accommodations, Clock clock) {
    this.store = store;
    this.bookings = bookings;
    this.accommodations = accommodations;
    this.clock = clock;
  }

  void rename(@Observes MemberEvent.ProfileChanged event) {
    accommodations.touchAll(event.transaction());
  }

  /**
   * Locks the bookings first: other observers of this event lock accommodations, which are locked
   * after bookings everywhere.
   */
  void lock(@Observes @Priority(FIRST) MemberEvent.AccountErased event) {
    store.lockAhead(event.transaction(), event.member().id(), LocalDate.now(clock));
  }

  /**
   * Cancels the bookings ahead of a member whose account is erased, and deletes the member's notes
   * from all others. Runs last, so that no bed is offered to a member who has just left the waiting
   * list.
   */
  void forget(@Observes @Priority(LAST) MemberEvent.AccountErased event) {
    bookings.cancelAhead(event.transaction(), event.member().id());
    store.forgetNotes(event.transaction(), event.member().id());
    accommodations.touchAll(event.transaction());
  }
}
