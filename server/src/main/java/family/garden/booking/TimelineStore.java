package family.garden.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.accommodation.AccommodationType;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is where over some nights, in one query: first the places, then the stays of each.
 * There may be thousands of stays, so their rows are narrow: nights and places come as numbers.
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
             id::text AS id, name, type, max_capacity, is_active
      FROM place
      UNION ALL
      SELECT place.number, b.id::text, b.start_date - CAST(:start AS date),
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
          SELECT place.number, h.waiting_id::text, h.start_date - CAST(:start AS date),
                 h.end_date - CAST(:start AS date), h.person_count,
                 NULL, NULL, false, NULL, NULL, NULL, NULL, NULL
          FROM held_bed h JOIN place ON place.id = h.accommodation_id
          WHERE h.held_until > :now AND h.member_id <> :caller
            AND h.start_date < :end AND h.end_date > :start
          """
          + " ORDER BY from_night NULLS FIRST, booking_id, number";

  private final Clock clock;

  TimelineStore(Clock clock) {
    this.clock = clock;
  }

  /**
   * What is looked at, by whom.
   *
   * @param names whether the caller may see first names at all
   */
  record View(Nights nights, UUID caller, LocalDate today, boolean names) {}

  /**
   * One accommodation and who sleeps there.
   *
   * @param free beds on each night; an array, since there may be thousands and all are filled while
   *     the rows are read
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      String id,
      String name,
      AccommodationType type,
      int maxCapacity,
      @JsonProperty("isActive") boolean isActive,
      int[] free,
      List<Stay> stays) {

    private static Row empty(ResultSet found, int nights) throws SQLException {
      int capacity = found.getInt("max_capacity");
      int[] free = new int[nights];
      Arrays.fill(free, capacity);
      return new Row(
          found.getString("id"),
          found.getString("name"),
          AccommodationType.valueOf(found.getString("type")),
          capacity,
          found.getBoolean("is_active"),
          free,
          new ArrayList<>());
    }

    private void add(ResultSet found, String bookingId, Written dates) throws SQLException {
      int from = found.getInt(3);
      int to = found.getInt(4);
      int persons = found.getInt(5);
      String status = found.getString(6);
      // Beds that are only held have none: they are taken, and nobody sleeps there.
      if (status != null) {
        stays.add(
            new Stay(
                bookingId,
                dates.at(from),
                dates.at(to),
                persons,
                status,
                found.getString(7),
                found.getBoolean(8)));
      }
      for (int i = Math.max(0, from); i < Math.min(free.length, to); i++) {
        free[i] = Math.max(0, free[i] - persons);
      }
    }
  }

  /**
   * Somebody who sleeps there.
   *
   * @param label the first name; null where the person is shown as "occupied"
   * @param mine whether it is the caller's own
   */
  record Stay(
      String bookingId,
      String startDate,
      String endDate,
      int persons,
      String status,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String label,
      boolean mine) {}

  List<Row> read(Handle handle, View view) {
    return handle
        .createQuery(TIMELINE)
        .bind("start", view.nights().start())
        .bind("end", view.nights().end())
        .bind("caller", view.caller())
        .bind("today", view.today())
        .bind("now", clock.instant())
        .bind("names", view.names())
        .scanResultSet((found, context) -> rows(found.get(), view.nights()));
  }

  private static List<Row> rows(ResultSet found, Nights nights) throws SQLException {
    List<Row> rows = new ArrayList<>();
    Written written = new Written(nights);
    while (found.next()) {
      String bookingId = found.getString(2);
      if (bookingId == null) {
        rows.add(Row.empty(found, nights.count()));
      } else {
        // The places come first, numbered from 1.
        rows.get(found.getInt(1) - 1).add(found, bookingId, written);
      }
    }
    return rows.stream().filter(row -> row.isActive() || !row.stays().isEmpty()).toList();
  }

  /** The dates that stays can begin or end on, as text: each is written once. */
  private static final class Written {
    private static final int MARGIN = Rules.MOST_NIGHTS;

    private final String[] dates;

    Written(Nights nights) {
      LocalDate first = nights.start().minusDays(MARGIN);
      dates = new String[nights.count() + 2 * MARGIN];
      for (int i = 0; i < dates.length; i++) {
        dates[i] = first.plusDays(i).toString();
      }
    }

    String at(int night) {
      return dates[night + MARGIN];
    }
  }
}
