package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.Launch;
import family.garden.contract.TestDatabase;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetupIT {
  private static final Pattern LINK =
      Pattern.compile("https://garden\\.example/setup#token=([A-Za-z0-9_-]{43})");

  @Test
  void makesTheFirstAdministratorOnceByThePrintedLink() {
    FreshDatabase database = TestDatabase.shared().fresh();
    try (GardenServer server = firstStart(database)) {
      Api api = server.api();
      String token = printedToken(server);
      api.post("/api/setup", founding("no such token")).expect(400);
      assertThat(api.post("/api/setup", founding(token, "short")).expect(400).errors("password"))
          .as("a slip of the fingers does not use the link up")
          .isNotEmpty();

      Answer done = api.post("/api/setup", founding(token)).expect(201);
      assertThat(done.body().at("/user/role").asText()).isEqualTo("Administrator");
      assertThat(done.body().at("/user/status").asText()).isEqualTo("Active");
      assertThat(done.header("Set-Cookie")).contains("HttpOnly", "Secure");
      api.as(done.body().path("token").asText()).get("/api/admin/users").expect(200);

      api.post("/api/setup", founding(token)).expect(404);
      api.post("/api/setup", founding("no such token")).expect(404);
    }
    try (GardenServer again = firstStart(database)) {
      assertThat(LINK.matcher(again.output()).find()).as("a link at the second start").isFalse();
    }
  }

  @Test
  void voidsTheLinkOfAnEarlierStart() {
    FreshDatabase database = TestDatabase.shared().fresh();
    String old;
    try (GardenServer server = firstStart(database)) {
      old = printedToken(server);
    }
    try (GardenServer server = firstStart(database)) {
      assertThat(printedToken(server)).isNotEqualTo(old);
      assertThat(server.api().post("/api/setup", founding(old)).expect(400).errors("token"))
          .hasSize(1);
    }
  }

  @Test
  void letsExactlyOneOfManyWhoOpenTheLinkAtOnceWin() {
    try (GardenServer server = firstStart(TestDatabase.shared().fresh())) {
      String token = printedToken(server);
      Stream<String> emails = Stream.of("a@garden.example", "b@garden.example", "c@garden.example");
      List<Integer> statuses =
          Together.run(
                  emails
                      .map(
                          email ->
                              (Callable<Answer>)
                                  () ->
                                      server
                                          .api()
                                          .post(
                                              "/api/setup",
                                              founding(token, "tulips in the rain", email)))
                      .toList())
              .stream()
              .map(Answer::status)
              .sorted()
              .toList();
      assertThat(statuses).startsWith(201).hasSize(3);
      assertThat(statuses.subList(1, 3)).isSubsetOf(400, 404);
    }
  }

  @Test
  void createsTheAdministratorThatTheKeeperNamed() {
    try (Garden garden = Garden.open()) {
      assertThat(garden.server().output()).doesNotContain("/setup#token");
      garden.api().post("/api/setup", founding("no such token")).expect(404);
      assertThat(garden.administrator().api().get("/api/me").expect(200).body().path("role"))
          .hasToString("\"Administrator\"");
      assertThat(garden.sql().everything()).doesNotContain(Launch.ADMIN_PASSWORD);
    }
  }

  private static GardenServer firstStart(FreshDatabase database) {
    return GardenServer.on(database)
        .without("BOOKING_ADMIN_EMAIL")
        .without("BOOKING_ADMIN_PASSWORD")
        .env("BOOKING_PUBLIC_URL", "https://garden.example")
        .start();
  }

  private static String printedToken(GardenServer server) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              Matcher link = LINK.matcher(server.output());
              return link.find() ? link.group(1) : "";
            },
            token -> !token.isEmpty());
  }

  private static Map<String, String> founding(String token) {
    return founding(token, "tulips in the rain");
  }

  private static Map<String, String> founding(String token, String password) {
    return founding(token, password, "gerda@garden.example");
  }

  private static Map<String, String> founding(String token, String password, String email) {
    return Map.of(
        "token", token,
        "email", email,
        "password", password,
        "firstName", "Gerda",
        "lastName", "Grün");
  }
}
