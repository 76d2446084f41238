package family.garden.occupancy;

import family.garden.accommodation.AccommodationStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Nights on which nobody may book, in the database. Each set of them belongs to one calendar. */
@Singleton
public final class BlockedStore {
  private static final String BLOCKED = "SELECT start_date, end_date, name FROM blocked_range ";

  private final AccommodationStore accommodations;

  BlockedStore(AccommodationStore accommodations) {
    this.accommodations = accommodations;
  }

  /** What is blocked of {@code nights}, soonest first; it may reach beyond them. */
  public List<Blocked> over(Handle handle, Nights nights) {
    return list(
        handle
            .createQuery(
                BLOCKED + "WHERE start_date < :end AND end_date > :start ORDER BY start_date, name")
            .bind("start", nights.start())
            .bind("end", nights.end()));
  }

  /**
   * Replaces what {@code calendarId} blocked so far by {@code nights}. Waits for bookings that are
   * being made, which stay; later ones find the nights blocked.
   *
   * @param nights none of them overlap
   */
  public void replace(Handle handle, UUID calendarId, String name, List<Nights> nights) {
    List<Blocked> before =
        list(
            handle
                .createQuery(BLOCKED + "WHERE calendar_id = :calendar ORDER BY start_date")
                .bind("calendar", calendarId));
    List<Blocked> after =
        nights.stream()
            .map(one -> new Blocked(one.start(), one.end(), name))
            .sorted(Blocked.SOONEST)
            .toList();
    if (before.equals(after)) {
      return;
    }
    accommodations.touchAll(handle);
    handle.execute("DELETE FROM blocked_range WHERE calendar_id = ?", calendarId);
    if (after.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO blocked_range (calendar_id, start_date, end_date, name)"
                + " VALUES (?, ?, ?, ?)");
    after.forEach(one -> rows.add(calendarId, one.startDate(), one.endDate(), one.name()));
    rows.execute();
  }

  private static List<Blocked> list(Query query) {
    return query
        .map(
            (row, context) ->
                new Blocked(
                    row.getObject("start_date", LocalDate.class),
                    row.getObject("end_date", LocalDate.class),
                    row.getString("name")))
        .list();
  }
}
