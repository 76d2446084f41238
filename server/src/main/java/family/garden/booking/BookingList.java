package family.garden.booking;

import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.access.Identity;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads bookings: one, its history, or a page of many. */
@Singleton
final class BookingList {
  /** Which bookings by their nights, as seen from today; latest first unless said otherwise. */
  enum TimeRange {
    /**
     * Not over yet: tonight counts. Soonest first. Without those that were cancelled or rejected,
     * unless the query names that status.
     */
    Future,
    /** Over. */
    Past,
    All,
    /** Begun, and not over for 30 days. */
    Last30Days,
    /** Begun, and not over for 365 days. */
    LastYear
  }

  /**
   * @param owner whose; null for everybody's
   * @param status as of today; null for any
   * @param page from 0
   */
  record Query(
      TimeRange range, @Nullable UUID owner, @Nullable BookingStatus status, int page, int size) {}

  /** One page of bookings and how many there are in all. */
  record Page(List<Booking> items, int page, int size, long totalItems) {
    @JsonProperty("totalPages")
    long totalPages() {
      return (totalItems + size - 1) / size;
    }
  }

  private final Database database;
  private final BookingStore bookings;
  private final BookingListStore store;
  private final Clock clock;

  BookingList(Database database, BookingStore bookings, BookingListStore store, Clock clock) {
    this.database = database;
    this.bookings = bookings;
    this.store = store;
    this.clock = clock;
  }

  Booking get(Identity caller, UUID id) {
    Booking booking =
        database
            .withHandle(handle -> bookings.find(handle, id, LocalDate.now(clock)))
            .orElseThrow(Refusal::notFound);
    Bookings.refuseUnlessTheirs(caller, booking);
    return booking;
  }

  List<BookingEvent> history(Identity caller, UUID id) {
    get(caller, id);
    return database.withHandle(handle -> bookings.history(handle, id));
  }

  Page page(Query query) {
    LocalDate today = LocalDate.now(clock);
    return database.withHandle(handle -> store.page(handle, query, today));
  }
}
