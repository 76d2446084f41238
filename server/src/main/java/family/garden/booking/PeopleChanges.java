package family.garden.booking;

import family.garden.accommodation.AccommodationStore;
import family.garden.member.MemberNews;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What a change of a person means for the bookings and for what is shown of them. */
@Singleton
final class PeopleChanges {
  private final BookingStore store;
  private final AccommodationStore accommodations;

  PeopleChanges(BookingStore store, AccommodationStore accommodations) {
    this.store = store;
    this.accommodations = accommodations;
  }

  void rename(@Observes MemberNews.ProfileChanged news) {
    accommodations.touchAll(news.transaction());
  }

  /** Takes a person's words out of the bookings when the person asks to be forgotten. */
  void forget(@Observes MemberNews.WasErased news) {
    store.forgetNotes(news.transaction(), news.member().id());
    accommodations.touchAll(news.transaction());
  }
}
