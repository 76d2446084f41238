package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.Json;
import family.garden.contract.RunAlone;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SIGTERM: who is being served is served to the end, nobody new comes in, the exit code is 0. */
@RunAlone("It bounds how long the server takes to end.")
class DrainIT {
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final int IN_FLIGHT = 4;

  private final FreshDatabase database = TestDatabase.shared().fresh();
  private GardenServer server;
  private Api member;
  private Stay stay;

  @SuppressWarnings("NullAway.Init")
  DrainIT() {}

  @BeforeEach
  void open() {
    server = GardenServer.on(database).start();
    member = server.people().administrator().api();
    stay = Stay.oneNight(Stay.newPlace(member, 10), GardenServer.today().plusDays(1));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void endsAtOnceWhenIdle() {
    Duration time = timeToEnd();
    System.out.println("Idle, it ended in " + time);
    assertThat(time).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void endsAtOnceAlsoWithConnectionsKeptAlive() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket(server.address().getHost(), server.address().getPort());
        open.add(socket);
        socket
            .getOutputStream()
            .write(
                "GET /api/version HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
      Duration time = timeToEnd();
      System.out.println("With 20 connections kept alive, it ended in " + time);
      assertThat(time).isLessThan(Duration.ofSeconds(5));
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  private Duration timeToEnd() {
    Instant start = Instant.now();
    assertThat(server.terminate()).as(server.lastOutput()).isZero();
    return Duration.between(start, Instant.now());
  }

  @Test
  void answersWhoIsBeingServedAndNobodyNew() throws SQLException {
    try (HeldPlace held = new HeldPlace(database, stay.place());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> inFlight = new ArrayList<>();
      for (int i = 0; i < IN_FLIGHT; i++) {
        inFlight.add(threads.submit(() -> stay.book(member)));
      }
      held.awaitWaiting(IN_FLIGHT);
      Instant stopped = Instant.now();
      server.beginToTerminate();
      await().atMost(Duration.ofSeconds(5)).until(this::takesNobodyNew);
      assertThat(inFlight).noneMatch(Future::isDone);
      held.letGo();
      for (Future<Answer> call : inFlight) {
        Storm.result(call).expect(201);
      }
      assertThat(server.awaitExit()).as(server.lastOutput()).isZero();
      Duration time = Duration.between(stopped, Instant.now());
      System.out.println("With requests in flight, it ended in " + time);
      assertThat(time).isLessThan(LONGEST);
    }
    assertThat(new Books(database).bookingIds()).hasSize(IN_FLIGHT);
  }

  /** Refused by the operating system, or with 503. */
  private boolean takesNobodyNew() {
    try {
      return server.api().sendUnchecked("GET", "/api/version", null, null).status() == 503;
    } catch (IOException refused) {
      return true;
    }
  }

  @Test
  void endsInTimeAlsoWhenARequestDoesNot() throws SQLException {
    try (HeldPlace held = new HeldPlace(database, stay.place());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> stuck =
          threads.submit(
              () ->
                  member
                      .sendUnchecked("POST", "/api/bookings", bytes(stay), "application/json")
                      .status());
      held.awaitWaiting(1);
      Instant stopped = Instant.now();
      server.beginToTerminate();
      server.awaitExit();
      Duration time = Duration.between(stopped, Instant.now());
      System.out.println("With a request that does not end, it ended in " + time);
      assertThat(time).isLessThan(LONGEST);
      await().atMost(LONGEST).until(stuck::isDone);
    }
    assertThat(new Books(database).bookingIds()).isEmpty();
  }

  private static byte[] bytes(Stay stay) {
    return Json.write(stay.draft()).getBytes(StandardCharsets.UTF_8);
  }
}
