package family.garden.waiting;

import family.garden.platform.metrics.Figure;
import family.garden.platform.metrics.FigureStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How long the waiting list is, and for how many beds are held. */
@Singleton
final class WaitingFigureStore implements FigureStore {
  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE held_until IS NULL) AS waiting,
             count(*) FILTER (WHERE held_until > :now) AS offered
      FROM waiting WHERE booking_id IS NULL AND start_date > :today
      """;

  private final Clock clock;

  WaitingFigureStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Figure> read(Handle handle) {
    return handle
        .createQuery(COUNT)
        .bind("now", clock.instant())
        .bind("today", LocalDate.now(clock))
        .map(
            (row, context) ->
                List.of(
                    Figure.of(
                        "booking_waiting_entries",
                        "entries of the waiting list without an offer",
                        row.getDouble("waiting")),
                    Figure.of(
                        "booking_waiting_offers",
                        "offers whose beds are held at the moment",
                        row.getDouble("offered"))))
        .one();
  }
}
