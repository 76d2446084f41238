package family.garden.booking;

import family.garden.platform.metrics.Figure;
import family.garden.platform.metrics.FigureStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** How many bookings there are, and how full the next nights are. */
@Singleton
final class BookingFigureStore implements FigureStore {
  /** The number of nights from today on. */
  private static final int AHEAD = 30;

  private static final String BY_STATE =
      """
      SELECT known.state, count(b.id) AS bookings
      FROM unnest(CAST(:states AS text[])) AS known(state)
      LEFT JOIN booking b
             ON CASE WHEN b.status = 'Accepted' AND b.end_date <= :today THEN 'Completed'
                     ELSE b.status END = known.state
      GROUP BY known.state
      """;

  private static final String NIGHTS =
      """
      SELECT (SELECT coalesce(sum(max_capacity), 0) FROM accommodation WHERE is_active)
                 * (CAST(:end AS date) - CAST(:today AS date)) AS offered,
             (SELECT coalesce(sum(i.person_count
                         * (least(b.end_date, :end) - greatest(b.start_date, :today))), 0)
              FROM booking b JOIN booking_item i ON i.booking_id = b.id
              WHERE b.status IN ('Pending', 'Accepted') AND b.start_date < :end
                AND b.start_date > CAST(:today AS date) - 30 AND b.end_date > :today) AS occupied
      """;

  private final Clock clock;

  BookingFigureStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Figure> read(Handle handle) {
    LocalDate today = LocalDate.now(clock);
    List<Figure> figures = new ArrayList<>();
    handle
        .createQuery(BY_STATE)
        .bind("today", today)
        .bindArray("states", String.class, states())
        .map(
            (row, context) ->
                Figure.of(
                    "booking_bookings",
                    "bookings, by state",
                    "state",
                    row.getString("state").toLowerCase(Locale.ROOT),
                    row.getDouble("bookings")))
        .forEach(figures::add);
    handle
        .createQuery(NIGHTS)
        .bind("today", today)
        .bind("end", today.plusDays(AHEAD))
        .map(
            (row, context) ->
                List.of(
                    Figure.of(
                        "booking_bed_nights_offered",
                        "beds of active accommodations, times the next 30 nights",
                        row.getDouble("offered")),
                    Figure.of(
                        "booking_bed_nights_occupied",
                        "persons of pending and accepted bookings, times their nights of these 30",
                        row.getDouble("occupied"))))
        .forEach(figures::addAll);
    return List.copyOf(figures);
  }

  private static List<String> states() {
    return List.of(BookingStatus.values()).stream().map(Enum::name).toList();
  }
}
