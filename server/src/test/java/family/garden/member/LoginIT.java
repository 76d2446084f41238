package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.RunAlone;
import family.garden.contract.garden.Garden;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RunAlone("It compares how long two answers take.")
class LoginIT {
  @AutoClose private static final Garden GARDEN = Garden.open();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void opensASessionForADay() {
    Person anna = GARDEN.member("Anna");
    Answer answer = logIn(anna.email(), anna.password()).expect(200);
    assertThat(answer.body().at("/user/id").asText()).isEqualTo(anna.id().toString());
    assertThat(Instant.parse(answer.body().path("expiresAt").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(23 * 60 + 58)),
            Instant.now().plus(Duration.ofHours(24)));
    String token = answer.body().path("token").asText();
    GARDEN.api().as(token).get("/api/me").expect(200);
    GARDEN.api().cookie(token).get("/api/me").expect(200);
  }

  @Test
  void hidesTheCookieFromScriptsAndOtherSites() {
    Person anna = GARDEN.member("Anna");
    String plain =
        Objects.requireNonNull(logIn(anna.email(), anna.password()).header("Set-Cookie"));
    assertThat(attributes(plain))
        .contains("httponly", "samesite=strict", "path=/", "max-age=86400")
        .doesNotContain("secure");

    GardenServer tls =
        GARDEN.anotherServer(launch -> launch.env("BOOKING_PUBLIC_URL", "https://garden.example"));
    Answer behindTls =
        tls.api()
            .post("/api/auth/login", Map.of("email", anna.email(), "password", anna.password()))
            .expect(200);
    assertThat(attributes(Objects.requireNonNull(behindTls.header("Set-Cookie"))))
        .contains("httponly", "samesite=strict", "secure");
  }

  private static List<String> attributes(String cookie) {
    List<String> attributes = new ArrayList<>();
    for (String part : cookie.split(";", -1)) {
      attributes.add(part.strip().toLowerCase(Locale.ROOT));
    }
    return attributes;
  }

  @Test
  void comparesTheAddressWithoutCase() {
    Person anna = GARDEN.member("Anna");
    logIn(anna.email().toUpperCase(Locale.ROOT), anna.password()).expect(200);
    logIn("  " + anna.email() + " ", anna.password()).expect(200);
    logIn(anna.email(), anna.password().toUpperCase(Locale.ROOT)).expect(401);
  }

  /**
   * Pending and, in a garden without mail, unverified members learn that they wait: {@link
   * NoLettersIT}.
   */
  @ParameterizedTest
  @EnumSource(
      names = {"Pending", "Active", "Unverified"},
      mode = EnumSource.Mode.EXCLUDE)
  void saysTheSameToWhoeverMayNotComeIn(Status status) {
    Person anna = GARDEN.member("Anna");
    String unknown = logIn("nobody@garden.example", anna.password()).expect(401).text();
    GARDEN.sql().run("UPDATE member SET status = ? WHERE id = ?", status.name(), anna.id());
    assertThat(logIn(anna.email(), anna.password()).expect(401).text()).isEqualTo(unknown);
    assertThat(logIn(anna.email(), "wrong " + anna.password()).expect(401).text())
        .isEqualTo(unknown);
  }

  @Test
  void saysTheSameToAWrongPasswordAndToNone() {
    Person anna = GARDEN.member("Anna");
    String unknown = logIn("nobody@garden.example", "whatever it is").expect(401).text();
    assertThat(logIn(anna.email(), "wrong password").expect(401).text()).isEqualTo(unknown);
    assertThat(logIn(anna.email(), "").expect(401).text()).isEqualTo(unknown);
    assertThat(logIn(anna.email(), "x".repeat(10_000)).expect(401).text()).isEqualTo(unknown);
    GARDEN.people().invite("invited@garden.example", "Ida");
    assertThat(logIn("invited@garden.example", "").expect(401).text()).isEqualTo(unknown);
  }

  @Test
  void takesAsLongForAnUnknownAddressAsForAWrongPassword() {
    Person anna = GARDEN.member("Anna");
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      known.add(nanosToRefuse(anna.email()));
      unknown.add(nanosToRefuse(UUID.randomUUID() + "@garden.example"));
    }
    // Without the same work it would be some ten times faster; the bound leaves room for noise.
    assertThat(median(unknown)).isBetween(median(known) / 3, median(known) * 3);
  }

  private static long nanosToRefuse(String email) {
    long begin = System.nanoTime();
    logIn(email, "not the password").expect(401);
    return System.nanoTime() - begin;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  @Test
  void letsAPendingMemberIn() {
    Person paula = GARDEN.pending("Paula");
    Answer answer = logIn(paula.email(), paula.password()).expect(200);
    assertThat(answer.body().at("/user/status").asText()).isEqualTo("Pending");
  }

  private static Answer logIn(String email, String password) {
    Api api = GARDEN.api();
    return api.post("/api/auth/login", Map.of("email", email, "password", password));
  }
}
