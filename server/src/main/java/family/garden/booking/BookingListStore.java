package family.garden.booking;

import family.garden.booking.BookingList.Page;
import family.garden.booking.BookingList.Query;
import family.garden.booking.BookingList.TimeRange;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/** Bookings in the database: read a page at a time. */
@Singleton
final class BookingListStore {
  /** Nobody comes for the others, which are found by their status. */
  private static final String COMING = " AND b.status IN ('Pending', 'Accepted')";

  private final BookingStore bookings;

  BookingListStore(BookingStore bookings) {
    this.bookings = bookings;
  }

  Page page(Handle handle, Query query, LocalDate today) {
    String where =
        " WHERE "
            + condition(query.range())
            + (query.range() == TimeRange.Future && query.status() == null ? COMING : "")
            + (query.owner() == null ? "" : " AND b.member_id = :owner")
            + (query.status() == null ? "" : " AND " + condition(query.status()));
    long total =
        bound(handle.createQuery("SELECT count(*) FROM booking b" + where), query, today)
            .mapTo(Long.class)
            .one();
    return new Page(items(handle, where, query, today), query.page(), query.size(), total);
  }

  private List<Booking> items(Handle handle, String where, Query query, LocalDate today) {
    String sql =
        BookingStore.BOOKING
            + where
            + " ORDER BY "
            + order(query.range())
            + " LIMIT :size OFFSET :offset";
    return bound(handle.createQuery(sql), query, today)
        .bind("size", query.size())
        .bind("offset", (long) query.page() * query.size())
        .map((row, context) -> bookings.booking(row, today))
        .list();
  }

  private static String condition(TimeRange range) {
    return switch (range) {
      case Future -> "b.end_date > :today";
      case Past -> "b.end_date <= :today";
      case All -> "true";
      case Last30Days -> "b.end_date > CAST(:today AS date) - 30 AND b.start_date <= :today";
      case LastYear -> "b.end_date > CAST(:today AS date) - 365 AND b.start_date <= :today";
    };
  }

  private static String order(TimeRange range) {
    return range == TimeRange.Future ? "b.start_date, b.id" : "b.start_date DESC, b.id";
  }

  private static String condition(BookingStatus status) {
    return switch (status) {
      case Accepted -> "b.status = 'Accepted' AND b.end_date > :today";
      case Completed -> "b.status = 'Accepted' AND b.end_date <= :today";
      case Pending, Rejected, Cancelled -> "b.status = '" + status.name() + "'";
    };
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Query query, LocalDate today) {
    // TimeRange.All and some states do not ask for the date.
    statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    return statement.bind("today", today).bind("owner", query.owner());
  }
}
