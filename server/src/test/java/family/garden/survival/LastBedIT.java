package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fifty people want the last bed at the same moment, a hundred times over: one gets it. */
class LastBedIT {
  private static final int PEOPLE = 50;

  private final FreshDatabase database = TestDatabase.shared().fresh();

  @Test
  void goesToOneOfFifty() throws SQLException {
    try (GardenServer server = GardenServer.on(database).start()) {
      Api member = server.people().administrator().api();
      compete(List.of(member), Rounds.orElse(100));
    }
  }

  @Test
  void goesToOneOfFiftyAlsoWhereTwoServersShareTheDatabase() throws SQLException {
    try (GardenServer blue = GardenServer.on(database).start();
        GardenServer green = GardenServer.on(database).start()) {
      String token = blue.people().administrator().token();
      compete(List.of(blue.api().as(token), green.api().as(token)), Rounds.orElse(25));
    }
  }

  private void compete(List<Api> copies, int rounds) throws SQLException {
    LocalDate tomorrow = GardenServer.today().plusDays(1);
    for (int round = 0; round < rounds; round++) {
      UUID tent = Stay.newPlace(copies.getFirst(), 1);
      Stay lastBed = Stay.oneNight(tent, tomorrow.plusDays(round % 300));
      List<Integer> statuses =
          Storm.atOnce(PEOPLE, i -> lastBed.book(copies.get(i % copies.size())).status());
      assertThat(statuses).as("round %d", round).containsOnly(201, 409).containsOnlyOnce(201);
    }
    Books books = new Books(database);
    assertThat(books.bookingIds()).hasSize(rounds);
    assertThat(books.overfullNights()).isEmpty();
  }
}
