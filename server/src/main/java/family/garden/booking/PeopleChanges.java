package family.garden.booking;

import family.garden.accommodation.AccommodationStore;
import family.garden.member.MemberEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/** What a change of a person means for the bookings and for what is shown of them. */
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

  /** Bookings are locked before the accommodations, which others who hear of this lock. */
  void lock(@Observes @Priority(FIRST) MemberEvent.AccountErased event) {
    store.lockAhead(event.transaction(), event.member().id(), LocalDate.now(clock));
  }

  /**
   * Ends the stays ahead of a person who asks to be forgotten, and takes the person's words out of
   * all others. Last, so that no bed is offered to who has just left the waiting list.
   */
  void forget(@Observes @Priority(LAST) MemberEvent.AccountErased event) {
    bookings.cancelAhead(event.transaction(), event.member().id());
    store.forgetNotes(event.transaction(), event.member().id());
    accommodations.touchAll(event.transaction());
  }
}
