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
import family.garden.survival.EveryCall.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL stops and returns: callers get 503 meanwhile, and nobody has to restart the service.
 */
@RunAlone("It bounds how long answers take.")
class DatabaseAwayIT {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  private TestDatabase engine;
  private FreshDatabase database;

  @SuppressWarnings("NullAway.Init")
  DatabaseAwayIT() {}

  @BeforeEach
  void startEngine() throws IOException {
    engine = TestDatabase.own();
    database = engine.fresh();
  }

  @AfterEach
  void endEngine() throws IOException {
    engine.close();
  }

  @Test
  void everyCallSaysThatItIsAwayAndItRecoversByItself() throws IOException {
    try (GardenServer server = GardenServer.on(database).start()) {
      Api member = server.people().administrator().api();
      UUID place = Stay.newPlace(member, 5);
      Stay stay = Stay.oneNight(place, GardenServer.today().plusDays(1));
      stay.book(member).expect(201);

      engine.stop();
      List<Call> calls = EveryCall.thatNeedsTheDatabase(stay);
      assertThat(calls).hasSizeGreaterThan(35);
      Storm.atOnce(calls.size(), i -> refused(member, calls.get(i)));
      assertThat(server.api().get("/api/health/live").status()).isEqualTo(200);
      assertThat(server.api().get("/api/health/ready").status()).isEqualTo(503);
      assertThat(server.api().get("/api/health").status()).isEqualTo(503);
      assertThat(server.isAlive()).isTrue();

      engine.start();
      Instant back = Instant.now();
      await().atMost(RECOVERY).until(() -> stay.book(member).status() == 201);
      assertThat(server.api().get("/api/health/ready").status()).isEqualTo(200);
      System.out.println("Recovered in " + Duration.between(back, Instant.now()));
      assertThat(stay.free(member)).isEqualTo(3);
    }
  }

  private static Answer refused(Api member, Call call) {
    Instant start = Instant.now();
    byte[] body =
        call.body().isEmpty() ? null : Json.write(call.body()).getBytes(StandardCharsets.UTF_8);
    Answer answer =
        member.send(call.method(), call.path(), body, body == null ? null : "application/json");
    assertThat(answer.status()).as("%s: %s", call, answer).isEqualTo(503);
    assertThat(answer.header("Retry-After")).as(call.toString()).matches("\\d+");
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(Duration.between(start, Instant.now())).as("%s", call).isLessThan(LONGEST_ANSWER);
    return answer;
  }

  @Test
  void aScrapeAnswersAtOnceAndSaysSo() throws IOException, SQLException {
    try (GardenServer server = GardenServer.on(database).start()) {
      await().until(() -> Metrics.page(server).contains("\npg_up 1"));
      long postmaster = postmaster();
      freeze(postmaster, "STOP");
      try {
        List<Duration> took = new ArrayList<>();
        await()
            .atMost(Duration.ofSeconds(40))
            .until(
                () -> {
                  Instant start = Instant.now();
                  String page = Metrics.page(server);
                  took.add(Duration.between(start, Instant.now()));
                  return page.contains("\npg_up 0");
                });
        Collections.sort(took);
        Duration median = took.get(took.size() / 2);
        System.out.println("A scrape while PostgreSQL hangs took " + median + " at the median");
        assertThat(median).isLessThan(Duration.ofSeconds(1));
        assertThat(Metrics.page(server))
            .doesNotContain("pg_database_size_bytes", "booking_bookings");
      } finally {
        freeze(postmaster, "CONT");
      }
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> Metrics.page(server).contains("\npg_database_size_bytes"));
    }
  }

  @Test
  void losesNoPromiseWhenItIsRestartedUnderLoad() throws IOException, SQLException {
    try (GardenServer server = GardenServer.on(database).start()) {
      Api member = server.people().administrator().api();
      List<UUID> places = Stream.generate(() -> Stay.newPlace(member, 100)).limit(4).toList();
      Attempts attempts = new Attempts(places, GardenServer.today().plusDays(1));
      try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 10; i++) {
          Random random = new Random(i);
          people.execute(() -> attempts.makeWhile(server::isAlive, member, random));
        }
        try {
          attempts.awaitAcknowledged(50);
          engine.stop();
          engine.start();
          attempts.awaitAcknowledged(attempts.acknowledged().size() + 50);
        } finally {
          // Ends the people's loops as well.
          server.kill();
        }
      }
      attempts.throwIfAnyBrokeTheContract();
      Books books = new Books(database);
      assertThat(books.bookingIds())
          .containsAll(attempts.acknowledged().keySet().stream().map(UUID::toString).toList());
      assertThat(books.overfullNights()).isEmpty();
    }
  }

  @Test
  void aStartWaitsUntilItAppears() throws IOException {
    engine.stop();
    try (GardenServer server = GardenServer.on(database).startWithoutWaiting()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> server.output().contains("Waiting for the database"));
      engine.start();
      Instant there = Instant.now();
      server.awaitReady();
      System.out.println("Ready after " + Duration.between(there, Instant.now()));
      server.people().administrator();
    }
  }

  @Test
  void answersStillComeWhileItHangs() throws IOException, SQLException {
    try (GardenServer server = GardenServer.on(database).start()) {
      Api member = server.people().administrator().api();
      long postmaster = postmaster();
      freeze(postmaster, "STOP");
      try {
        Instant start = Instant.now();
        Storm.atOnce(20, i -> member.get("/api/bookings").expect(503));
        Duration all = Duration.between(start, Instant.now());
        System.out.println("20 answers while PostgreSQL hangs took " + all);
        assertThat(all).isLessThan(LONGEST_ANSWER);
      } finally {
        freeze(postmaster, "CONT");
      }
      Instant back = Instant.now();
      await().atMost(RECOVERY).until(() -> member.get("/api/bookings").status() == 200);
      System.out.println("Recovered from hanging in " + Duration.between(back, Instant.now()));
    }
  }

  private long postmaster() throws SQLException {
    FreshDatabase asSuperuser = new FreshDatabase(database.jdbcUrl(), "postgres", "");
    String pid = "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)";
    return Long.parseLong(new Books(asSuperuser).column(pid).getFirst());
  }

  private static void freeze(long postmaster, String signal) throws IOException {
    ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
    Signals.send(signal, parent.pid());
    for (ProcessHandle child : parent.children().filter(ProcessHandle::isAlive).toList()) {
      var _ = Signals.sendIfAlive(signal, child.pid());
    }
  }
}
