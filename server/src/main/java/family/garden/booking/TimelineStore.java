package family.garden.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.accommodation.AccommodationType;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads who is where over some nights, in one query. */
@Singleton
final class TimelineStore {
  private static final String TIMELINE =
      """
      SELECT a.id, a.name, a.type, a.max_capacity, a.is_active,
             s.booking_id, s.start_date, s.end_date, s.person_count, s.status, s.member_id,
             s.first_name, s.shown_as_occupied
      FROM accommodation a LEFT JOIN (
          SELECT i.accommodation_id, i.booking_id, i.person_count, b.start_date, b.end_date,
                 b.status, b.member_id, m.first_name, m.shown_as_occupied
          FROM booking b
          JOIN booking_item i ON i.booking_id = b.id
          JOIN member m ON m.id = b.member_id
          WHERE\s"""
          + OccupancyStore.OVERLAPS
          + """
      ) s ON s.accommodation_id = a.id
      WHERE a.is_active OR s.booking_id IS NOT NULL
      ORDER BY a.name, a.id, s.start_date, s.booking_id
      """;

  /**
   * One accommodation and who sleeps there.
   *
   * @param free beds on each night; an array, since there may be thousands and all are filled while
   *     the rows are read
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      String name,
      AccommodationType type,
      int maxCapacity,
      @JsonProperty("isActive") boolean isActive,
      int[] free,
      List<Stay> stays) {}

  /**
   * @param label the first name; null where the person is shown as "occupied"
   * @param mine whether it is the caller's own
   */
  record Stay(
      UUID bookingId,
      LocalDate startDate,
      LocalDate endDate,
      int persons,
      BookingStatus status,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String label,
      boolean mine) {}

  /**
   * @param names whether first names may be shown at all
   */
  List<Row> read(Handle handle, Nights nights, UUID caller, LocalDate today, boolean names) {
    Map<UUID, Row> rows = new LinkedHashMap<>();
    handle
        .createQuery(TIMELINE)
        .bind("start", nights.start())
        .bind("end", nights.end())
        .setFetchSize(0)
        .scanResultSet(
            (resultSets, context) -> {
              var found = resultSets.get();
              while (found.next()) {
                UUID id = found.getObject(1, UUID.class);
                Row row = rows.get(id);
                if (row == null) {
                  int capacity = found.getInt(4);
                  int[] free = new int[nights.count()];
                  Arrays.fill(free, capacity);
                  row =
                      new Row(
                          id,
                          found.getString(2),
                          AccommodationType.valueOf(found.getString(3)),
                          capacity,
                          found.getBoolean(5),
                          free,
                          new ArrayList<>());
                  rows.put(id, row);
                }
                UUID bookingId = found.getObject(6, UUID.class);
                if (bookingId != null) {
                  add(row, nights, stay(found, bookingId, caller, today, names));
                }
              }
              return null;
            });
    return List.copyOf(rows.values());
  }

  private static Stay stay(
      java.sql.ResultSet found, UUID bookingId, UUID caller, LocalDate today, boolean names)
      throws java.sql.SQLException {
    LocalDate start = found.getObject(7, LocalDate.class);
    LocalDate end = found.getObject(8, LocalDate.class);
    boolean mine = caller.equals(found.getObject(11, UUID.class));
    boolean named = mine || (names && !found.getBoolean(13));
    return new Stay(
        bookingId,
        start,
        end,
        found.getInt(9),
        BookingStatus.valueOf(found.getString(10)).asOf(today, new Nights(start, end)),
        named ? found.getString(12) : null,
        mine);
  }

  private static void add(Row row, Nights nights, Stay stay) {
    row.stays().add(stay);
    int to = Math.min(row.free().length, nights.indexOf(stay.endDate()));
    for (int i = Math.max(0, nights.indexOf(stay.startDate())); i < to; i++) {
      row.free()[i] = Math.max(0, row.free()[i] - stay.persons());
    }
  }
}
