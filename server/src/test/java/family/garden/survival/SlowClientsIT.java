package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.RunAlone;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hundred slow connections do not keep anybody else waiting, and do not last for ever. */
@RunAlone("It bounds how long answers take.")
class SlowClientsIT {
  private static final int CLIENTS = 200;

  private final FreshDatabase database = TestDatabase.shared().fresh();
  private final List<SlowClient> clients = new ArrayList<>();
  private GardenServer server;

  @SuppressWarnings("NullAway.Init")
  SlowClientsIT() {}

  @BeforeEach
  void open() {
    // As in application.properties, but for a test that shall not take minutes.
    server =
        GardenServer.on(database)
            .flag("-Dbooking.request-timeout=4S")
            .flag("-Dquarkus.http.idle-timeout=4S")
            .start();
  }

  @AfterEach
  void close() throws IOException {
    for (SlowClient client : clients) {
      client.close();
    }
    server.close();
  }

  private interface Kind {
    SlowClient open(URI server) throws IOException;
  }

  private void connect(int count, Kind kind) throws IOException {
    for (int i = 0; i < count; i++) {
      clients.add(kind.open(server.address()));
    }
  }

  @Test
  void othersAreServedBesideSlowHeads() throws IOException {
    connect(CLIENTS, SlowClient::withHeaders);
    othersAreServed();
  }

  @Test
  void othersAreServedBesideSlowBodies() throws IOException {
    connect(CLIENTS, SlowClient::withBody);
    othersAreServed();
  }

  @Test
  void othersAreServedBesideThoseWhoNeverRead() throws IOException {
    connect(CLIENTS, SlowClient::thatNeverReads);
    othersAreServed();
  }

  private void othersAreServed() {
    Api member = server.people().administrator().api();
    Stay stay = Stay.oneNight(Stay.newPlace(member, 10), GardenServer.today().plusDays(1));
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 10; i++) {
      clients.forEach(SlowClient::trickle);
      Instant start = Instant.now();
      stay.book(member).expect(201);
      assertThat(stay.free(member)).isEqualTo(9 - i);
      Duration time = Duration.between(start, Instant.now());
      longest = time.compareTo(longest) > 0 ? time : longest;
    }
    System.out.println("Beside 200 slow clients, booking and looking took at most " + longest);
    assertThat(longest).isLessThan(Duration.ofSeconds(2));
    assertThat(server.output()).doesNotContain("OutOfMemoryError");
  }

  @Test
  void aSlowBodyIsCutOff() throws IOException {
    connect(20, SlowClient::withBody);
    awaitAllCutOffWhileTheyTrickle();
  }

  @Test
  void aSlowHeadIsCutOff() throws IOException {
    connect(20, SlowClient::withHeaders);
    awaitAllCutOffWhileTheyTrickle();
  }

  private void awaitAllCutOffWhileTheyTrickle() {
    Instant start = Instant.now();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              clients.forEach(SlowClient::trickle);
              return clients.stream().allMatch(SlowClient::isCutOff);
            });
    System.out.println("All cut off after " + Duration.between(start, Instant.now()));
  }

  @Test
  void whoNeverReadsIsCutOff() throws IOException {
    connect(20, SlowClient::thatNeverReads);
    Instant start = Instant.now();
    await().atMost(Duration.ofSeconds(20)).until(() -> openConnections() == 0);
    System.out.println(
        "Those who never read were cut off after " + Duration.between(start, Instant.now()));
    assertThat(clients).allMatch(SlowClient::isCutOffAfterReading);
  }

  /** Established connections on the server's port, as Linux counts them at the server's end. */
  private int openConnections() throws IOException {
    return Sockets.established(server.address().getPort());
  }
}
