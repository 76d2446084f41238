package family.garden.timeline;

import com.fasterxml.jackson.core.JsonGenerator;
import family.garden.accommodation.Accommodation;
import family.garden.accommodation.AccommodationStore;
import family.garden.occupancy.BlockedStore;
import family.garden.occupancy.Nights;
import family.garden.occupancy.OccupancyStore;
import family.garden.platform.database.CopiedRow;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Reads who is where over some nights. There may be thousands of stays, so their query only finds
 * them. Accommodations and names are few and have queries of their own, and this class puts the
 * stays in order.
 */
@Singleton
final class TimelineStore {
  /**
   * Held beds are taken although nobody sleeps there: they have no booking and no member. The
   * sleeper is the member, or the booking itself if it is for a guest.
   */
  private static final String STAYS =
      """
      SELECT i.accommodation_id, b.start_date, b.end_date, i.person_count,
             b.id, b.status = 'Accepted',
             CASE WHEN b.guest_name IS NULL THEN b.member_id ELSE b.id END
      FROM booking b JOIN booking_item i ON i.booking_id = b.id
      WHERE
      """
          + OccupancyStore.OVERLAPS
          + """
          UNION ALL
          SELECT h.accommodation_id, h.start_date, h.end_date, h.person_count, NULL, NULL, NULL
          FROM held_bed h
          WHERE h.held_until > :now AND h.member_id <> :caller
            AND h.start_date < :end AND h.end_date > :start
          """;

  private final BlockedStore blocked;
  private final AccommodationStore accommodations;
  private final Clock clock;

  TimelineStore(BlockedStore blocked, AccommodationStore accommodations, Clock clock) {
    this.blocked = blocked;
    this.accommodations = accommodations;
    this.clock = clock;
  }

  /**
   * What a caller asks to see.
   *
   * @param names whether the caller may see first names at all
   */
  record View(Nights nights, UUID caller, LocalDate today, boolean names) {}

  /**
   * Writes all of it as {@code Timeline} of the interface. The queries may see different moments,
   * none of them older than the version that the answer is cached under.
   */
  void write(Handle handle, View view, JsonGenerator json) throws IOException {
    new TimelineWriter(json, view, names(handle, view))
        .write(rows(handle, view).values(), blocked.over(handle, view.nights()));
  }

  /** The first names that the caller may see, by member; those of guests by booking. */
  private static Map<UUID, String> names(Handle handle, View view) {
    return handle
        .createQuery(
            """
            SELECT id, first_name FROM member
            WHERE id = :caller OR (:names AND NOT shown_as_occupied)
            UNION ALL
            SELECT b.id, b.guest_name FROM booking b
            WHERE b.guest_name IS NOT NULL AND (:names OR b.member_id = :caller) AND
            """
                + OccupancyStore.OVERLAPS)
        .bind("caller", view.caller())
        .bind("names", view.names())
        .bind("start", view.nights().start())
        .bind("end", view.nights().end())
        .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Each place in the order of the timeline, with its stays. */
  private Map<UUID, TimelineRow> rows(Handle handle, View view) {
    Map<UUID, TimelineRow> rows = new LinkedHashMap<>();
    for (Accommodation place : accommodations.all(handle)) {
      rows.put(place.id(), new TimelineRow(place, view.nights().count()));
    }
    long start = view.nights().start().toEpochDay();
    CopiedRow.each(
        handle,
        STAYS,
        Map.of(
            "start", view.nights().start(),
            "end", view.nights().end(),
            "caller", view.caller(),
            "now", clock.instant()),
        found -> {
          TimelineRow row = rows.get(found.uuid());
          // The accommodation may have been added after the others were read; the next answer has
          // it.
          if (row != null) {
            int from = (int) (found.epochDay() - start);
            int to = (int) (found.epochDay() - start);
            int persons = found.number();
            row.take(from, to, persons);
            if (!found.isNull()) {
              row.add(
                  new TimelineStay(
                      found.uuid(), from, to, persons, found.bool(), found.uuid(), null));
            }
          }
        });
    return rows;
  }
}
