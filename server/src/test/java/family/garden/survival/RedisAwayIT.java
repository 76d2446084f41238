package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.RunAlone;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Redis makes answers faster, and never wrong or impossible. */
@RunAlone("It bounds how long answers take.")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisAwayIT {
  private static final int BEDS = 20;
  private static final String HITS = "cache_requests_total{result=\"hit\"}";
  private static final String MISSES = "cache_requests_total{result=\"miss\"}";

  private final FreshDatabase database = TestDatabase.shared().fresh();
  private final TestRedis redis = TestRedis.started();
  private final GardenServer server = GardenServer.on(database).redis(redis.url()).start();
  private final GardenServer copy = GardenServer.on(database).redis(redis.url()).start();
  private final Person person = server.people().administrator();
  private final Api member = person.api();
  private final Api elsewhere = copy.api().as(person.token());
  private Stay stay = Stay.oneNight(new UUID(0, 0), LocalDate.EPOCH);

  RedisAwayIT() throws IOException {}

  @BeforeEach
  void makeAPlace() {
    stay = Stay.oneNight(Stay.newPlace(member, BEDS), GardenServer.today().plusDays(3));
  }

  @AfterAll
  void close() {
    copy.close();
    server.close();
    redis.close();
  }

  @Test
  void countsHowOftenItHelps() {
    double hits = Metrics.of(server, HITS);
    double misses = Metrics.of(server, MISSES);
    for (int i = 0; i < 5; i++) {
      assertThat(stay.free(member)).isEqualTo(BEDS);
    }
    assertThat(Metrics.of(server, HITS)).isEqualTo(hits + 4);
    assertThat(Metrics.of(server, MISSES)).isEqualTo(misses + 1);
    assertThat(Metrics.of(server, "cache_hit_ratio"))
        .isEqualTo((hits + 4) / (hits + 4 + misses + 1));
    assertThat(cacheStatus()).isEqualTo("UP");
  }

  @Test
  void answersStayRightWithoutItAndItIsUsedAgain() throws IOException {
    assertThat(stay.free(member)).isEqualTo(BEDS);
    redis.kill();
    bookAndLook(BEDS);
    await().atMost(Duration.ofSeconds(5)).until(() -> cacheStatus().equals("DEGRADED"));
    bookAndLook(BEDS - 1);
    redis.start();
    Instant back = Instant.now();
    await().atMost(Duration.ofSeconds(10)).until(() -> cacheStatus().equals("UP"));
    System.out.println("Redis is used again after " + Duration.between(back, Instant.now()));
    double before = Metrics.of(server, HITS);
    bookAndLook(BEDS - 2);
    assertThat(stay.free(member)).isEqualTo(BEDS - 3);
    assertThat(Metrics.of(server, HITS)).isGreaterThan(before);
  }

  @Test
  void figuresOfRedisSayThatItIsAway() throws IOException {
    Duration longest = Duration.ofSeconds(30);
    await().atMost(longest).until(() -> Metrics.page(server).contains("\nredis_up 1"));
    assertThat(Metrics.of(server, "redis_memory_used_bytes")).isPositive();
    redis.kill();
    try {
      await().atMost(longest).until(() -> Metrics.page(server).contains("\nredis_up 0"));
      assertThat(Metrics.page(server)).doesNotContain("redis_memory_used_bytes");
    } finally {
      redis.start();
    }
    await().atMost(longest).until(() -> cacheStatus().equals("UP"));
  }

  @Test
  void answersStillComeWhileItHangs() throws IOException {
    assertThat(stay.free(member)).isEqualTo(BEDS);
    redis.freeze();
    try {
      Instant start = Instant.now();
      Storm.atOnce(50, i -> stay.free(member));
      Duration together = Duration.between(start, Instant.now());
      System.out.println("50 answers while Redis hangs took " + together);
      assertThat(together).isLessThan(Duration.ofSeconds(5));
      for (int i = 0; i < 5; i++) {
        bookAndLook(BEDS - i);
      }
      assertThat(cacheStatus()).isEqualTo("DEGRADED");
    } finally {
      redis.thaw();
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> cacheStatus().equals("UP"));
    bookAndLook(BEDS - 5);
  }

  @Test
  void aBookingIsInTheVeryNextAnswerOfEveryCopy() {
    for (int i = 0; i < BEDS; i++) {
      int remaining = BEDS - i - 1;
      Storm.atOnce(
          4,
          // Others look at the same moment, and keep what they saw in Redis.
          reader -> reader == 0 ? stay.book(member).expect(201).status() : stay.free(elsewhere));
      assertThat(stay.free(elsewhere)).isEqualTo(remaining);
      assertThat(stay.free(member)).isEqualTo(remaining);
    }
  }

  @Test
  void anotherGardenOnTheSameRedisSeesNothingOfThisOne() {
    FreshDatabase other = TestDatabase.shared().fresh();
    try (GardenServer neighbour = GardenServer.on(other).redis(redis.url()).start()) {
      Api neighbourMember = neighbour.people().administrator().api();
      Stay theirs = Stay.oneNight(Stay.newPlace(neighbourMember, BEDS), stay.start());
      // Until both gardens have had equally many changes, and beyond.
      for (int i = 0; i < 2 * BEDS; i++) {
        assertThat(stay.free(member)).isEqualTo(BEDS);
        assertThat(theirs.free(neighbourMember)).isEqualTo(BEDS);
        Stay.newPlace(neighbourMember, 1);
      }
    }
  }

  private void bookAndLook(int freeBefore) {
    stay.book(member).expect(201);
    assertThat(stay.free(member)).isEqualTo(freeBefore - 1);
  }

  /**
   * The state of the cache in the readiness response, which must never make the service unready.
   */
  private String cacheStatus() {
    for (JsonNode check : server.api().get("/api/health/ready").expect(200).body().path("checks")) {
      if (check.path("name").asText().equals("cache")) {
        return check.path("status").asText();
      }
    }
    throw new AssertionError("Readiness does not name the cache");
  }
}
