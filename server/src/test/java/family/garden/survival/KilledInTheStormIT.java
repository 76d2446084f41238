package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of many bookings: every acknowledged booking is stored. */
class KilledInTheStormIT {
  private static final int PEOPLE = 20;

  private final FreshDatabase database = TestDatabase.shared().fresh();
  private final Books books = new Books(database);

  @Test
  void keepsEachPromiseAndBooksNothingTwice() throws SQLException {
    Random random = new Random(1);
    GardenServer server = GardenServer.on(database).start();
    try {
      String token = server.people().administrator().token();
      Map<UUID, Attempt> acknowledged = new HashMap<>();
      int interrupted = 0;
      for (int round = 0; round < Rounds.orElse(5); round++) {
        // New places each round, so that there are beds to be had.
        List<UUID> places = places(server.api().as(token));
        Attempts attempts = new Attempts(places, GardenServer.today().plusDays(1));
        stormUntilKilled(server, server.api().as(token), attempts, 40 + random.nextInt(80));
        server = GardenServer.on(database).start();
        Api member = server.api().as(token);
        acknowledged.putAll(attempts.acknowledged());
        interrupted += attempts.unanswered().size();
        attempts.unanswered().forEach(attempt -> askAgain(member, attempt, acknowledged));
        attempts
            .acknowledged()
            .values()
            .forEach(attempt -> askAgain(member, attempt, acknowledged));
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40);
        assertThat(books.bookingIds())
            .containsExactlyInAnyOrderElementsOf(
                acknowledged.keySet().stream().map(UUID::toString).toList());
        assertThat(books.overfullNights()).isEmpty();
      }
      System.out.printf(
          "Killed in the storm: %d kept, %d cut off%n", acknowledged.size(), interrupted);
      assertThat(interrupted).as("calls cut off by the kills").isPositive();
    } finally {
      server.close();
    }
  }

  private static List<UUID> places(Api administrator) {
    List<UUID> places = new ArrayList<>();
    for (int capacity : new int[] {2, 3, 8}) {
      places.add(Stay.newPlace(administrator, capacity));
    }
    return places;
  }

  private static void stormUntilKilled(
      GardenServer server, Api member, Attempts attempts, int acknowledgements) {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PEOPLE; i++) {
        Random random = new Random(i);
        people.execute(() -> attempts.makeUntilCutOff(member, random));
      }
      attempts.awaitAcknowledged(acknowledgements);
      server.kill();
    }
    attempts.throwIfAnyBrokeTheContract();
  }

  /** The same call with the same key: it must not book a second time. */
  private static void askAgain(Api member, Attempt attempt, Map<UUID, Attempt> acknowledged) {
    Answer answer = attempt.make(member);
    if (answer.status() == 201) {
      Attempt before = acknowledged.putIfAbsent(answer.id(), attempt);
      assertThat(before == null ? attempt : before).isEqualTo(attempt);
    } else {
      assertThat(answer.status()).isEqualTo(409);
    }
  }
}
