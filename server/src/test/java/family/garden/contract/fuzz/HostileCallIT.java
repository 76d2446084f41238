package family.garden.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People;
import family.garden.contract.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known attacks by paths, queries, headers and tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCallIT {
  private static final String PLACES = "/api/sleeping-accommodations";

  private final GardenServer server = GardenServer.on(TestDatabase.shared().fresh()).start();
  private final People.Person administrator = server.people().administrator();
  private final Api admin = administrator.api();

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void stillServes() {
    admin.get("/api/me").expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x"
      })
  void refusesABodyOfAnotherType(String type) {
    for (String path : List.of(PLACES, "/api/auth/login", "/api/bookings", "/api/setup")) {
      admin.send("POST", path, "{}".getBytes(StandardCharsets.UTF_8), type).expect(415);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/bookings/%00",
        "/api/bookings/1",
        "/api/bookings/%27%20OR%201=1",
        "/api/bookings/%F0%9F%8F%A1",
        "/api/bookings/00000000-0000-0000-0000-000000000000",
        "/api/sleeping-accommodations/%ff",
        "/api/nothing",
        "/api/%2e%2e/%2e%2e/etc/passwd"
      })
  void findsNothingAtAPathThatIsNone(String path) {
    assertThat(admin.get(path).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=-1",
        "page=x",
        "page=2147483648",
        "size=0",
        "size=101",
        "size=99999999999",
        "size=1.5",
        "status=Open",
        "status=%00",
        "timeRange=Forever",
        "owner=you"
      })
  void refusesAQueryOutsideItsLimits(String query) {
    admin.get("/api/bookings?" + query).expect(400);
  }

  @Test
  void servesTheLastPossiblePage() {
    assertThat(admin.get("/api/bookings?page=1000000&size=100").expect(200).body().path("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "a.b.c",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiaXNzIjoiYm9va2luZy1zeXN0ZW0ifQ.",
        "..",
        "%00"
      })
  void takesNoForgedToken(String token) {
    server.api().as(token).get("/api/me").expect(401);
    server.api().cookie(token).get("/api/me").expect(401);
  }

  @Test
  void takesNoTokenWithAChangedSignature() {
    String token = administrator.token();
    char last = token.charAt(token.length() - 10);
    String forged =
        token.substring(0, token.length() - 10)
            + (last == 'A' ? 'B' : 'A')
            + token.substring(token.length() - 9);
    server.api().as(forged).get("/api/me").expect(401);
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    LocalDate start = GardenServer.today().plusDays(10);
    Answer answer =
        admin
            .idempotencyKey("k".repeat(101))
            .post(
                "/api/bookings",
                Map.of(
                    "startDate", start,
                    "endDate", start.plusDays(1),
                    "bookingItems", List.of()))
            .expect(400);
    assertThat(answer.errors("Idempotency-Key")).isNotEmpty();
  }

  @Test
  void refusesAMethodThatIsNotThere() {
    assertThat(admin.put("/api/bookings", Map.of()).expect(405).header("Allow"))
        .isEqualTo("GET, HEAD, POST");
  }

  @Test
  void saysThatALargeBodyIsTooLarge() {
    byte[] body = " ".repeat(70_000).getBytes(StandardCharsets.UTF_8);
    admin.send("POST", PLACES, body, "application/json").expect(413);
  }
}
