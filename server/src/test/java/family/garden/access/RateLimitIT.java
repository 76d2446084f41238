package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits hold for an account and for an address, over two servers on one database. */
class RateLimitIT {
  private static final int PER_ACCOUNT = 10;
  private static final int PER_ADDRESS = 60;

  @AutoClose private static final Garden GARDEN = Garden.open();

  private static final List<Api> SERVERS =
      List.of(GARDEN.api(), GARDEN.anotherServer(launch -> launch).api());

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void stopsGuessingAtAnAccountOnBothServers() {
    Person anna = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    for (int i = 0; i < PER_ACCOUNT; i++) {
      logIn(SERVERS.get(i % 2), anna.email(), "guess " + i).expect(401);
    }
    for (Api server : SERVERS) {
      Answer refused = logIn(server, anna.email().toUpperCase(Locale.ROOT), "x").expect(429);
      assertThat(secondsToWait(refused)).isBetween(1, 15 * 60);
      logIn(server, anna.email(), anna.password()).expect(429);
      logIn(server, bruno.email(), bruno.password()).expect(200);
    }
    GARDEN.sql().run("UPDATE rate_limit SET window_ends = now() - interval '1 s'");
    logIn(SERVERS.getFirst(), anna.email(), anna.password()).expect(200);
  }

  @Test
  void letsInAgainWhoWasStoppedWhileTheClockWasAhead() {
    Person anna = GARDEN.member("Anna");
    for (int i = 0; i <= PER_ACCOUNT; i++) {
      logIn(SERVERS.getFirst(), anna.email(), "guess " + i);
    }
    logIn(SERVERS.getFirst(), anna.email(), anna.password()).expect(429);
    GARDEN.sql().run("UPDATE rate_limit SET window_ends = window_ends + interval '5 years'");
    logIn(SERVERS.getFirst(), anna.email(), anna.password()).expect(200);
  }

  @Test
  void treatsUnknownAccountsAlike() {
    Person anna = GARDEN.member("Anna");
    for (int i = 0; i < PER_ACCOUNT; i++) {
      logIn(SERVERS.getFirst(), anna.email(), "guess").expect(401);
      logIn(SERVERS.getFirst(), "nobody@garden.example", "guess").expect(401);
    }
    assertThat(logIn(SERVERS.get(1), "nobody@garden.example", "guess").expect(429).text())
        .isEqualTo(logIn(SERVERS.get(1), anna.email(), "guess").expect(429).text());
  }

  @Test
  void forgivesAnAccountAfterASuccess() {
    Person anna = GARDEN.member("Anna");
    for (int round = 0; round < 2; round++) {
      for (int i = 1; i < PER_ACCOUNT; i++) {
        logIn(SERVERS.get(i % 2), anna.email(), "slip").expect(401);
      }
      logIn(SERVERS.getFirst(), anna.email(), anna.password()).expect(200);
    }
  }

  @Test
  void stopsAnAddressThatTriesManyAccounts() {
    Person anna = GARDEN.member("Anna");
    attemptsFromHere("Login:address", PER_ADDRESS - 2);
    logIn(SERVERS.getFirst(), "a@garden.example", "guess").expect(401);
    logIn(SERVERS.get(1), "b@garden.example", "guess").expect(401);
    Answer refused = logIn(SERVERS.getFirst(), "c@garden.example", "guess").expect(429);
    assertThat(secondsToWait(refused)).isBetween(1, 15 * 60);
    logIn(SERVERS.get(1), anna.email(), anna.password()).expect(429);
    Api disguised = SERVERS.get(1).header("X-Forwarded-For", "203.0.113.7");
    logIn(disguised, anna.email(), anna.password()).expect(429);
  }

  @ParameterizedTest
  @CsvSource({"/api/auth/forgot-password, 5", "/api/auth/resend-verification, 5"})
  void stopsFloodsOfMail(String path, int most) {
    Person anna = GARDEN.member("Anna");
    for (String email : List.of(anna.email(), "nobody@garden.example")) {
      for (int i = 0; i < most; i++) {
        SERVERS.get(i % 2).post(path, Map.of("email", email)).expect(202);
      }
      assertThat(secondsToWait(SERVERS.get(1).post(path, Map.of("email", email)).expect(429)))
          .isBetween(1, 60 * 60);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/auth/verify-email, Token:address, 60",
    "/api/auth/reset-password, Token:address, 60",
    "/api/auth/accept-invitation, Token:address, 60",
    "/api/auth/register, Registration:address, 20"
  })
  void stopsGuessingAtLinks(String path, String scope, int most) {
    Map<String, String> body =
        switch (path) {
          case "/api/auth/verify-email" -> Map.of("token", "guess");
          case "/api/auth/register" ->
              Map.of(
                  "email", "new@garden.example",
                  "password", "tulips in the rain",
                  "firstName", "Nora",
                  "lastName", "Neu");
          default -> Map.of("token", "guess", "password", "tulips in the rain");
        };
    SERVERS.getFirst().post(path, body);
    attemptsFromHere(scope, most - 1);
    assertThat(SERVERS.getFirst().post(path, body).status()).isIn(202, 400);
    SERVERS.get(1).post(path, body).expect(429);
  }

  /** Records this many attempts of this address. */
  private static void attemptsFromHere(String scope, int attempts) {
    if (GARDEN.sql().run("UPDATE rate_limit SET attempts = ? WHERE scope = ?", attempts, scope)
        == 0) {
      logIn(SERVERS.getFirst(), "first@garden.example", "guess");
      assertThat(
              GARDEN
                  .sql()
                  .run("UPDATE rate_limit SET attempts = ? WHERE scope = ?", attempts, scope))
          .isEqualTo(1);
    }
  }

  private static int secondsToWait(Answer refused) {
    return Integer.parseInt(Objects.requireNonNull(refused.header("Retry-After")));
  }

  private static Answer logIn(Api server, String email, String password) {
    return server.post("/api/auth/login", Map.of("email", email, "password", password));
  }
}
