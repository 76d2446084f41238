package family.garden.booking;

import family.garden.member.MemberNews;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes a person's words out of the bookings when the person asks to be forgotten. */
@Singleton
final class Forgetting {
  private final BookingStore store;

  Forgetting(BookingStore store) {
    this.store = store;
  }

  void forget(@Observes MemberNews.WasErased news) {
    store.forgetNotes(news.transaction(), news.member().id());
  }
}
