package family.garden.calendar;

import family.garden.platform.metrics.Figure;
import family.garden.platform.metrics.FigureStore;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How many external calendars there are, and how many could not be read last. */
@Singleton
final class CalendarFigureStore implements FigureStore {
  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE last_error IS NULL) AS good,
             count(*) FILTER (WHERE last_error IS NOT NULL) AS failing
      FROM external_calendar
      """;

  @Override
  public List<Figure> read(Handle handle) {
    return handle
        .createQuery(COUNT)
        .map(
            (row, context) ->
                List.of(
                    calendars("good", row.getDouble("good")),
                    calendars("failing", row.getDouble("failing"))))
        .one();
  }

  private static Figure calendars(String state, double count) {
    return Figure.of(
        "external_calendars",
        "external calendars, by how the last reading ended",
        "state",
        state,
        count);
  }
}
