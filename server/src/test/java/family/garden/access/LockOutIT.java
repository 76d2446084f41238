package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strangers in many networks guess the password of an account while its owner logs in. */
class LockOutIT {
  private static final int ANYWHERE = 20;
  private static final int FIRST_ANYWHERE = 120;

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_TRUSTED_PROXIES", "127.0.0.1,::1"));

  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  private final Person anna = GARDEN.member("Anna");

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void letsTheOwnerInOnANewDeviceAfterTenGuessesFromTenAddresses() {
    IntStream.range(0, 10).forEach(stranger -> guess(stranger).expect(401));
    logIn(at("203.0.113.1"), anna.password()).expect(200);
    guess(11).expect(401);
    logIn(at("203.0.113.1"), anna.password()).expect(200);
  }

  @Test
  void letsTheOwnerInOnAKnownDeviceWhateverStrangersDo() {
    String device = device(logIn(at("203.0.113.1"), anna.password()).expect(200));
    besiege();
    Answer slowed = logIn(at("203.0.113.1"), anna.password()).expect(429);
    assertThat(seconds(slowed)).isBetween(1, 120);
    assertThat(slowed.text()).contains("Passwort vergessen");
    // From any network, and any number of times.
    for (int i = 0; i < 3; i++) {
      logIn(at("198.18." + i + ".1").header("Cookie", device), anna.password()).expect(200);
    }
  }

  @Test
  void letsTheOwnerInOnANewDeviceWhileGuessersInAFewNetworksWait() {
    for (int i = 0; i < 30; i++) {
      guess(i / 10);
    }
    // A network of guessers queues for the one log-in in two minutes, and gets it.
    for (int i = 0; i < 10; i++) {
      guess(3);
    }
    guess(4).expect(401);
    logIn(at("203.0.113.1"), "a slip").expect(401);
    logIn(at("203.0.113.2"), "a slip").expect(401);
    logIn(at("203.0.113.3"), anna.password()).expect(200);
    for (int i = 0; i < 3; i++) {
      logIn(at("203.0.113.1"), "a slip").expect(401);
    }
    logIn(at("203.0.113.1"), anna.password()).expect(429);
  }

  @Test
  void takesTheNetworksOfOneIpv6CustomerForOne() {
    IntStream.range(0, ANYWHERE).forEach(this::guess);
    for (int i = 0; i < 4; i++) {
      logIn(at("2001:db8:1:" + i + "::1"), "guess").expect(401);
    }
    logIn(at("2001:db8:1:5::1"), "guess").expect(429);
    logIn(at("2001:db8:2::1"), anna.password()).expect(200);
  }

  @Test
  void boundsAGuesserWithManyNetworks() {
    long tried =
        IntStream.range(0, 250).filter(stranger -> guess(stranger).status() == 401).count();
    assertThat(tried).isEqualTo(ANYWHERE + FIRST_ANYWHERE + 1);
    // Two minutes later there is one more.
    GARDEN
        .sql()
        .run(
            "UPDATE rate_limit SET window_ends = now() - interval '1 s' WHERE scope = 'LoginSlowly'");
    assertThat(IntStream.range(0, 20).filter(stranger -> guess(stranger).status() == 401).count())
        .isEqualTo(1);
  }

  @Test
  void boundsAGuesserInOneNetwork() {
    for (int i = 0; i < 10; i++) {
      logIn(at("192.0.2." + i), "guess").expect(401);
    }
    Answer refused = logIn(at("192.0.2.99"), "guess").expect(429);
    assertThat(seconds(refused)).isBetween(1, 15 * 60);
    for (int i = 0; i < 10; i++) {
      logIn(at("2001:db8:1:2::" + i), "guess").expect(401);
    }
    logIn(at("2001:db8:1:2:3::1"), "guess").expect(429);
  }

  @Test
  void treatsUnknownAccountsAlike() {
    for (int i = 0; i < 100; i++) {
      Map<String, String> nobody = Map.of("email", "nobody@garden.example", "password", "guess");
      Answer known = guess(i);
      Answer unknown = at("198.18." + i + ".1").post("/api/auth/login", nobody);
      assertThat(unknown.status()).isEqualTo(known.status());
      assertThat(unknown.text()).isEqualTo(known.text());
    }
  }

  @Test
  void boundsGuessesAlsoOnAKnownDevice() {
    String device = device(logIn(at("203.0.113.1"), anna.password()).expect(200));
    Api stolen = at("192.0.2.1").header("Cookie", device);
    for (int i = 0; i < 10; i++) {
      logIn(stolen, "guess").expect(401);
    }
    logIn(stolen, "guess").expect(429);
  }

  @Test
  void knowsADeviceForItsMemberAndPasswordOnly() {
    String device = device(logIn(at("203.0.113.1"), anna.password()).expect(200));
    char signed = device.charAt(device.length() - 5);
    String tampered =
        device.substring(0, device.length() - 5)
            + (signed == 'A' ? 'B' : 'A')
            + device.substring(device.length() - 4);
    besiege();
    logIn(at("203.0.113.1").header("Cookie", tampered), anna.password()).expect(429);
    Person bruno = GARDEN.member("Bruno");
    String other =
        device(
            at("203.0.113.1")
                .post(
                    "/api/auth/login", Map.of("email", bruno.email(), "password", bruno.password()))
                .expect(200));
    logIn(at("203.0.113.1").header("Cookie", other), anna.password()).expect(429);

    String newPassword = "peonies after all";
    Answer changed =
        anna.api()
            .put(
                "/api/me/password",
                Map.of("currentPassword", anna.password(), "newPassword", newPassword))
            .expect(204);
    logIn(at("203.0.113.1").header("Cookie", device), newPassword).expect(429);
    logIn(at("203.0.113.1").header("Cookie", device(changed)), newPassword).expect(200);
  }

  @Test
  void remembersTheWholeFamilyOnOneDevice() {
    Person bruno = GARDEN.member("Bruno");
    String annas = device(logIn(GARDEN.api(), anna.password()).expect(200));
    Answer both =
        GARDEN
            .api()
            .header("Cookie", annas)
            .post("/api/auth/login", Map.of("email", bruno.email(), "password", bruno.password()))
            .expect(200);
    besiege();
    logIn(at("203.0.113.1").header("Cookie", device(both)), anna.password()).expect(200);
  }

  @Test
  void opensToTheOwnerOnANewDeviceByALetterWhateverStrangersDo() {
    for (int stranger = 0; stranger < 5; stranger++) {
      forgot(at("198.18." + stranger + ".1")).expect(202);
    }
    besiege();
    forgot(at("203.0.113.1")).expect(202);
    MAIL.awaitAllSent(GARDEN);
    String token = MAIL.awaitLetter(anna.email(), "neues Passwort").token();
    Answer reset =
        at("203.0.113.1")
            .post(
                "/api/auth/reset-password",
                Map.of("token", token, "password", "four words that differ"))
            .expect(204);
    logIn(at("203.0.113.1").header("Cookie", device(reset)), "four words that differ").expect(200);
  }

  @Test
  void leadsTheOwnerToANewPasswordHoweverOftenStrangersRegisterTheAddress() {
    for (int stranger = 0; stranger < 12; stranger++) {
      at("198.18." + stranger + ".1")
          .post(
              "/api/auth/register",
              Map.of(
                  "email", anna.email(),
                  "password", "known to the thief",
                  "firstName", "Theo",
                  "lastName", "Dieb"))
          .expect(202);
    }
    forgot(at("203.0.113.1")).expect(202);
    String token = MAIL.awaitLetter(anna.email(), "neues Passwort").token();
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(anna.email(), "schon ein Konto")).hasSize(10);
    at("203.0.113.1")
        .post(
            "/api/auth/reset-password",
            Map.of("token", token, "password", "four words that differ"))
        .expect(204);
  }

  @Test
  void writesTenLettersAnHourAtMostAndTheLatestHolds() {
    for (int stranger = 0; stranger < 30; stranger++) {
      forgot(at("198.18." + stranger + ".1")).expect(202);
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> MAIL.letters(anna.email(), "neues Passwort").size() == 10);
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(anna.email(), "neues Passwort")).hasSize(10);
    GARDEN
        .api()
        .post(
            "/api/auth/reset-password",
            Map.of(
                "token",
                MAIL.awaitLetter(anna.email(), "neues Passwort").token(),
                "password",
                "four words that differ"))
        .expect(204);
  }

  @Test
  void hidesTheDeviceFromScriptsAndOtherSites() {
    Answer loggedIn = logIn(GARDEN.api(), anna.password()).expect(200);
    assertThat(
            loggedIn.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("booking_device=")))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Strict", "Path=/api");
  }

  /** Guesses from so many networks that every further one queues, and takes the next turn. */
  private void besiege() {
    IntStream.rangeClosed(0, ANYWHERE).forEach(this::guess);
    assertThat(
            GARDEN
                .sql()
                .run(
                    "UPDATE rate_limit SET attempts = ? WHERE scope = 'LoginFirstAnywhere'",
                    FIRST_ANYWHERE))
        .isPositive();
    guess(ANYWHERE + 1).expect(401);
    guess(ANYWHERE + 2).expect(429);
  }

  private Answer guess(int stranger) {
    return logIn(at("198.18." + stranger + ".1"), "guess " + stranger);
  }

  private Answer forgot(Api api) {
    return api.post("/api/auth/forgot-password", Map.of("email", anna.email()));
  }

  private Answer logIn(Api api, String password) {
    return api.post("/api/auth/login", Map.of("email", anna.email(), "password", password));
  }

  private static Api at(String address) {
    return GARDEN.api().header("X-Forwarded-For", address);
  }

  private static String device(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("booking_device="))
        .map(cookie -> cookie.replaceFirst(";.*", ""))
        .findFirst()
        .orElseThrow();
  }

  private static int seconds(Answer refused) {
    return Integer.parseInt(Objects.requireNonNull(refused.header("Retry-After")));
  }
}
