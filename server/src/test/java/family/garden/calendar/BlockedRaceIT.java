package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.People.Person;
import family.garden.contract.garden.CalendarHost;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A booking and an external calendar that claim the same nights at the same moment. */
class BlockedRaceIT {
  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock'";

  @AutoClose private static final CalendarHost HOST = CalendarHost.open();

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_CALENDAR_TRUSTED_HOSTS", "localhost"));

  private static final Api ADMIN = GARDEN.administrator().api();

  @Test
  void whoeverComesFirstGetsThem() throws Exception {
    Person anna = GARDEN.member("Anna");
    UUID place = GARDEN.place("Turm", 4);
    HOST.calendar("/a.ics", ExternalCalendarIT.nights(10, 12));
    Stay stay = Stay.in(place, 10, 2, 1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> calendar;
      Future<Answer> booking;
      try (Connection holding = hold(GARDEN.database(), place)) {
        calendar = threads.submit(BlockedRaceIT::add);
        awaitWaiting(1);
        booking = threads.submit(() -> anna.api().post("/api/bookings", stay));
        awaitWaiting(2);
        holding.rollback();
      }
      assertThat(calendar.get().status()).isEqualTo(201);
      assertThat(booking.get().status()).isEqualTo(409);
      ADMIN.delete("/api/admin/external-calendars/" + calendar.get().id()).expect(204);

      try (Connection holding = hold(GARDEN.database(), place)) {
        booking = threads.submit(() -> anna.api().post("/api/bookings", stay));
        awaitWaiting(1);
        calendar = threads.submit(BlockedRaceIT::add);
        awaitWaiting(2);
        holding.rollback();
      }
      assertThat(booking.get().status()).isEqualTo(201);
      assertThat(calendar.get().body().path("blockedRanges").asInt()).isEqualTo(1);
      anna.api().get("/api/bookings/" + booking.get().id()).expect(200);
    }
  }

  private static Answer add() {
    return ADMIN.post(
        "/api/admin/external-calendars", Map.of("name", "Fest", "url", HOST.at("/a.ics")));
  }

  private static Connection hold(FreshDatabase database, UUID place) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (var lock =
        connection.prepareStatement("SELECT 1 FROM accommodation WHERE id = ? FOR UPDATE")) {
      lock.setObject(1, place);
      lock.execute();
    }
    return connection;
  }

  private static void awaitWaiting(int calls) {
    await()
        .atMost(Duration.ofSeconds(6))
        .until(() -> Integer.parseInt(GARDEN.sql().one(WAITING)) >= calls);
  }
}
