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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Reads bookings: one, its history, or a page of many. */
@Singleton
final class BookingList {
  /** Which bookings by their nights, as seen from today. */
  enum TimeRange {
    /** Not over yet: tonight counts. Soonest first. */
    Future("b.end_date > :today", "b.start_date, b.id"),
    /** Over. Latest first. */
    Past("b.end_date <= :today", "b.start_date DESC, b.id"),
    All("true", "b.start_date DESC, b.id"),
    Last30Days(
        "b.end_date > CAST(:today AS date) - 30 AND b.start_date <= :today",
        "b.start_date DESC, b.id"),
    LastYear(
        "b.end_date > CAST(:today AS date) - 365 AND b.start_date <= :today",
        "b.start_date DESC, b.id");

    private final String condition;
    private final String order;

    TimeRange(String condition, String order) {
      this.condition = condition;
      this.order = order;
    }
  }

  /**
   * @param owner whose; null for everybody's
   * @param status as of today; null for any
   * @param page from 0
   */
  record Wanted(
      TimeRange range, @Nullable UUID owner, @Nullable BookingStatus status, int page, int size) {}

  /** One page of bookings and how many there are in all. */
  record Page(List<Booking> items, int page, int size, long totalItems) {
    @JsonProperty("totalPages")
    long totalPages() {
      return (totalItems + size - 1) / size;
    }
  }

  private final Database database;
  private final BookingStore store;
  private final Clock clock;

  BookingList(Database database, BookingStore store, Clock clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  Booking get(Identity caller, UUID id) {
    Booking booking =
        database
            .withHandle(handle -> store.find(handle, id, LocalDate.now(clock)))
            .orElseThrow(Refusal::notFound);
    Bookings.refuseUnlessTheirs(caller, booking);
    return booking;
  }

  List<BookingEvent> history(Identity caller, UUID id) {
    get(caller, id);
    return database.withHandle(handle -> store.history(handle, id));
  }

  Page page(Wanted wanted) {
    LocalDate today = LocalDate.now(clock);
    String where =
        " WHERE "
            + wanted.range().condition
            + (wanted.owner() == null ? "" : " AND b.member_id = :owner")
            + (wanted.status() == null ? "" : " AND " + condition(wanted.status()));
    return database.withHandle(
        handle -> {
          long total =
              bound(handle.createQuery("SELECT count(*) FROM booking b" + where), wanted, today)
                  .mapTo(Long.class)
                  .one();
          return new Page(items(handle, where, wanted, today), wanted.page(), wanted.size(), total);
        });
  }

  private List<Booking> items(Handle handle, String where, Wanted wanted, LocalDate today) {
    String sql =
        BookingStore.BOOKING
            + where
            + " ORDER BY "
            + wanted.range().order
            + " LIMIT :size OFFSET :offset";
    return bound(handle.createQuery(sql), wanted, today)
        .bind("size", wanted.size())
        .bind("offset", (long) wanted.page() * wanted.size())
        .map((row, context) -> store.booking(row, today))
        .list();
  }

  private static String condition(BookingStatus status) {
    return switch (status) {
      case Accepted -> "b.status = 'Accepted' AND b.end_date > :today";
      case Completed -> "b.status = 'Accepted' AND b.end_date <= :today";
      case Pending, Rejected, Cancelled -> "b.status = '" + status.name() + "'";
    };
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Wanted wanted, LocalDate today) {
    // TimeRange.All and some states do not ask for the date.
    statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    return statement.bind("today", today).bind("owner", wanted.owner());
  }
}
