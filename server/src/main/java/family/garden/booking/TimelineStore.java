package family.garden.booking;

import com.fasterxml.jackson.core.JsonGenerator;
import family.garden.platform.database.Database;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Reads who is where over some nights, in one query: each place, and then its stays. There may be
 * thousands of stays, so their rows are narrow and are written as they come.
 */
@Singleton
final class TimelineStore {
  private static final String TIMELINE =
      """
      WITH place AS (
          SELECT id, name, type, max_capacity, is_active,
                 (row_number() OVER (ORDER BY name, id))::int AS number
          FROM accommodation
      )
      SELECT number, NULL AS booking_id, NULL::int AS from_night, NULL::int AS to_night,
             NULL::int AS person_count, NULL AS status, NULL AS label, NULL::boolean AS mine,
             id, name, type, max_capacity, is_active
      FROM place
      UNION ALL
      SELECT place.number, b.id, b.start_date - CAST(:start AS date),
              b.end_date - CAST(:start AS date), i.person_count,
              CASE WHEN b.status = 'Accepted' AND b.end_date <= :today
                   THEN 'Completed' ELSE b.status END,
              CASE WHEN m.id = :caller OR (:names AND NOT m.shown_as_occupied)
                   THEN m.first_name END,
              m.id = :caller, NULL, NULL, NULL, NULL, NULL
      FROM booking b
      JOIN booking_item i ON i.booking_id = b.id
      JOIN place ON place.id = i.accommodation_id
      JOIN member m ON m.id = b.member_id
      WHERE
      """
          + OccupancyStore.OVERLAPS
          + """
          UNION ALL
          SELECT place.number, h.waiting_id, h.start_date - CAST(:start AS date),
                 h.end_date - CAST(:start AS date), h.person_count,
                 NULL, NULL, false, NULL, NULL, NULL, NULL, NULL
          FROM held_bed h JOIN place ON place.id = h.accommodation_id
          WHERE h.held_until > :now AND h.member_id <> :caller
            AND h.start_date < :end AND h.end_date > :start
          """
          + " ORDER BY number, from_night NULLS FIRST, booking_id";

  private final BlockedStore blocked;
  private final Clock clock;

  TimelineStore(BlockedStore blocked, Clock clock) {
    this.blocked = blocked;
    this.clock = clock;
  }

  /**
   * What is looked at, by whom.
   *
   * @param names whether the caller may see first names at all
   */
  record View(Nights nights, UUID caller, LocalDate today, boolean names) {}

  /** Writes all of it as {@code Timeline} of the interface. */
  void write(Handle handle, View view, JsonGenerator json) throws IOException {
    List<Blocked> closed = blocked.over(handle, view.nights());
    TimelineWriter writer = new TimelineWriter(json, view.nights(), closed);
    writer.begin();
    handle
        .createQuery(TIMELINE)
        // The plan for any window would look up each stay's beds one by one.
        .addCustomizer(Database.PLANNED_FOR_ITS_VALUES)
        .bind("start", view.nights().start())
        .bind("end", view.nights().end())
        .bind("caller", view.caller())
        .bind("today", view.today())
        .bind("now", clock.instant())
        .bind("names", view.names())
        .scanResultSet(
            (found, context) -> {
              rows(found.get(), writer);
              return null;
            });
    writer.end();
  }

  private static void rows(ResultSet found, TimelineWriter writer) throws SQLException {
    try {
      while (found.next()) {
        if (found.getBytes(2) == null) {
          writer.place(found);
        } else {
          writer.stay(found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
