package family.garden.passkey;

import static family.garden.passkey.PasskeyCalls.add;
import static family.garden.passkey.PasskeyCalls.confirm;
import static family.garden.passkey.PasskeyCalls.logIn;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators who need a passkey besides the password. */
class AdministratorPasskeyIT {
  private static final String HOME = "http://localhost:4711";
  private static final String SETTINGS = "/api/admin/security-settings";
  private static final Path RUNBOOK = Path.of("..", "docs", "runbook", "trouble.md");

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_PUBLIC_URL", HOME));

  private static final Person CHIEF = GARDEN.administrator();
  private static final Authenticator CHIEFS = new Authenticator(HOME);
  private static final UUID CHIEFS_KEY = add(CHIEF, CHIEFS, "Telefon").expect(201).id();

  /** Makes the session of the test kit valid under the rule too. */
  @BeforeAll
  static void confirmTheChief() {
    confirm(CHIEF.api(), CHIEFS).expect(204);
  }

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
    GARDEN.sql().run("DELETE FROM security_event");
  }

  @AfterEach
  void end() {
    GARDEN.sql().run("UPDATE access_policy SET administrators_need_passkey = false");
    GARDEN
        .sql()
        .run(
            "UPDATE member SET role = 'Member', status = 'Active' WHERE role = 'Administrator'"
                + " AND id <> ?",
            CHIEF.id());
  }

  /** The administrator's session that a passkey opened, with the rule made in it. */
  private static Api require() {
    Api chief = session(logIn(GARDEN.api(), CHIEFS));
    set(chief, true).expect(200);
    return chief;
  }

  private static Answer set(Api api, boolean needed) {
    return api.put(SETTINGS, Map.of("administratorsNeedPasskey", needed));
  }

  private static Api session(Answer loggedIn) {
    return GARDEN.api().as(loggedIn.expect(200).body().path("token").asText());
  }

  private static Answer byPassword(Person person) {
    return GARDEN
        .api()
        .post("/api/auth/login", Map.of("email", person.email(), "password", person.password()));
  }

  private static Answer promote(Api chief, Person person, String role) {
    return chief.patch("/api/admin/users/" + person.id(), Map.of("role", role));
  }

  @Test
  void isNotSoFromTheStart() {
    assertThat(isOn(CHIEF.api())).isFalse();
    byPassword(CHIEF).expect(200);
    set(CHIEF.api(), false).expect(200);
  }

  private static boolean isOn(Api api) {
    return api.get(SETTINGS).expect(200).body().path("administratorsNeedPasskey").asBoolean();
  }

  @Test
  void letsNoPasswordAloneIn() {
    Person byPassword = GARDEN.people().logIn(CHIEF.email(), CHIEF.password());
    Api chief = require();

    assertThat(isOn(chief)).isTrue();
    byPassword.api().get("/api/me").expect(401);
    Answer refused = byPassword(CHIEF).expect(403);
    assertThat(refused.errors("passkey")).hasSize(1);
    assertThat(refused.header("Set-Cookie")).isNull();
    assertThat(events("PasskeyMissing", CHIEF)).as("somebody knows the password").isEqualTo("1");
    session(logIn(GARDEN.api(), CHIEFS)).get("/api/admin/users").expect(200);
  }

  /** A guesser learns no more than before. */
  @Test
  void tellsOnlyWhoeverKnowsThePassword() {
    require();
    GARDEN
        .api()
        .post("/api/auth/login", Map.of("email", CHIEF.email(), "password", "not the password"))
        .expect(401);
  }

  @Test
  void leavesMembersAlone() {
    Person anna = GARDEN.member("Anna");
    require();
    anna.api().get("/api/me").expect(200);
    byPassword(anna).expect(200);
  }

  @Test
  void isMadeOnlyByWhoeverHasAPasskeyAndShowsIt() {
    Person olga = GARDEN.administrator("Olga");
    set(olga.api(), true).expect(409);
    Authenticator olgas = new Authenticator(HOME);
    add(olga, olgas, "Telefon").expect(201);
    assertThat(set(olga.api(), true).expect(400).errors("administratorsNeedPasskey")).hasSize(1);

    confirm(olga.api(), olgas).expect(204);
    set(olga.api(), true).expect(200);

    // This session was opened by the password and confirmed with the passkey.
    olga.api().get("/api/admin/users").expect(200);
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min',"
                + " confirmed_at = now() - interval '11 min' WHERE member_id = ?",
            olga.id());
    set(olga.api(), false).expect(400);
    confirm(olga.api(), olgas).expect(204);
    set(olga.api(), false).expect(200);
    byPassword(olga).expect(200);
    assertThat(
            GARDEN
                .sql()
                .column(
                    "SELECT kind FROM security_event WHERE member_id IS NULL AND actor_id = ?"
                        + " ORDER BY last_at",
                    olga.id()))
        .containsExactly("AdministratorPasskeysRequired", "AdministratorPasskeysOptional");
    CHIEF.api().get("/api/admin/security-events").expect(200);
  }

  private static String events(String kind, Person person) {
    return GARDEN
        .sql()
        .one(
            "SELECT coalesce(sum(times), 0) FROM security_event WHERE kind = ? AND member_id = ?",
            kind,
            person.id());
  }

  @Test
  void isMadeOnlyWhereEveryAdministratorHasAPasskey() {
    GARDEN.administrator("Otto");
    Api chief = session(logIn(GARDEN.api(), CHIEFS));
    Answer refused = set(chief, true).expect(409);
    assertThat(refused.body().path("detail").asText()).contains("Otto Grün");
    assertThat(isOn(chief)).isFalse();
  }

  @Test
  void makesNobodyAnAdministratorWhoHasNoPasskey() {
    Api chief = require();
    Person anna = GARDEN.member("Anna");
    promote(chief, anna, "Administrator").expect(409);
    chief
        .post(
            "/api/admin/users",
            Map.of(
                "email",
                UUID.randomUUID() + "@garden.example",
                "firstName",
                "Ida",
                "lastName",
                "Grün",
                "role",
                "Administrator"))
        .expect(409);
    GARDEN
        .sql()
        .run(
            "UPDATE member SET role = 'Administrator', status = 'Revoked' WHERE id = ?", anna.id());
    chief.post("/api/admin/users/" + anna.id() + "/approve").expect(409);
  }

  @Test
  void endsThePasswordSessionOfWhoeverBecomesOne() {
    Api chief = require();
    Person anna = GARDEN.member("Anna");
    Authenticator annas = new Authenticator(HOME);
    add(anna, annas, "Telefon").expect(201);
    promote(chief, anna, "Administrator").expect(204);
    anna.api().get("/api/me").expect(401);
    session(logIn(GARDEN.api(), annas)).get("/api/admin/users").expect(200);
  }

  @Test
  void keepsTheLastPasskey() {
    Api chief = require();
    chief.delete("/api/me/passkeys/" + CHIEFS_KEY).expect(409);
    logIn(GARDEN.api(), CHIEFS).expect(200);

    Authenticator second = new Authenticator(HOME);
    Person here = new Person(CHIEF.id(), CHIEF.email(), CHIEF.password(), "", chief);
    UUID added = add(here, second, "Laptop").expect(201).id();
    Api bySecond = session(logIn(GARDEN.api(), second));
    bySecond.delete("/api/me/passkeys/" + added).expect(204);
    bySecond.get("/api/admin/users").expect(200);
    logIn(GARDEN.api(), second).expect(401);
  }

  @Test
  void isNotGotRoundByALetter() {
    Person olga = GARDEN.administrator("Olga");
    Authenticator olgas = new Authenticator(HOME);
    add(olga, olgas, "Telefon").expect(201);
    require();
    try (MailServer mail = MailServer.of(GARDEN)) {
      GARDEN.api().post("/api/auth/forgot-password", Map.of("email", olga.email())).expect(202);
      String token = mail.awaitLetter(olga.email(), "Ein neues Passwort").token();
      GARDEN
          .api()
          .post("/api/auth/reset-password", Map.of("token", token, "password", "peonies after all"))
          .expect(204);
      assertThat(mail.awaitLetter(olga.email(), "Dein Passwort wurde ersetzt").text())
          .contains("Deine Passkeys gelten weiter");
    }
    GARDEN
        .api()
        .post("/api/auth/login", Map.of("email", olga.email(), "password", "peonies after all"))
        .expect(403);
    session(logIn(GARDEN.api(), olgas)).get("/api/admin/users").expect(200);
  }

  /** Also at the first proof of the address, whatever proves it. */
  @ParameterizedTest
  @ValueSource(strings = {"letter", "old letter", "by hand"})
  void keepsItsPasskeysWhateverEndsTheRest(String way) {
    Person olga = GARDEN.administrator("Olga");
    Authenticator olgas = new Authenticator(HOME);
    add(olga, olgas, "Telefon").expect(201);
    GARDEN.sql().run("UPDATE member SET email_proven = false WHERE id = ?", olga.id());
    Api chief = require();
    switch (way) {
      case "letter" -> {
        try (MailServer mail = MailServer.of(GARDEN)) {
          GARDEN.api().post("/api/auth/forgot-password", Map.of("email", olga.email())).expect(202);
          reset(mail.awaitLetter(olga.email(), "Ein neues Passwort").token());
          assertThat(mail.awaitLetter(olga.email(), "Diese Adresse ist jetzt deine").text())
              .contains("Deine Passkeys gelten weiter");
        }
      }
      case "old letter" -> {
        GARDEN
            .sql()
            .run(
                """
                INSERT INTO one_time_token (token_hash, purpose, member_id, expires_at)
                VALUES (sha256('an old link'), 'Verification', ?, now() + interval '1 hour')
                """,
                olga.id());
        GARDEN.api().post("/api/auth/verify-email", Map.of("token", "an old link")).expect(204);
      }
      default -> {
        String path = "/api/admin/users/" + olga.id() + "/password-link";
        String url = chief.post(path).expect(201).body().path("passwordUrl").asText();
        reset(url.substring(url.indexOf('=') + 1));
      }
    }
    olga.api().get("/api/me").expect(401);
    session(logIn(GARDEN.api(), olgas)).get("/api/admin/users").expect(200);
  }

  private static void reset(String token) {
    GARDEN
        .api()
        .post("/api/auth/reset-password", Map.of("token", token, "password", "peonies after all"))
        .expect(204);
  }

  @Test
  void hasAWayOutByAnotherAdministrator() {
    Person olga = GARDEN.administrator("Olga");
    add(olga, new Authenticator(HOME), "Verlorenes Telefon").expect(201);
    Api chief = require();
    byPassword(olga).expect(403);

    promote(chief, olga, "Member").expect(204);
    Person again = GARDEN.people().logIn(olga.email(), olga.password());
    Authenticator another = new Authenticator(HOME);
    add(again, another, "Neues Telefon").expect(201);
    String lost = again.api().get("/api/me/passkeys").expect(200).body().at("/0/id").asText();
    again.api().delete("/api/me/passkeys/" + lost).expect(204);
    promote(chief, olga, "Administrator").expect(204);

    session(logIn(GARDEN.api(), another)).get("/api/admin/users").expect(200);
  }

  /** Runs the statement of the runbook word by word. */
  @Test
  void hasAWayOutByTheKeeper() throws IOException {
    require();
    byPassword(CHIEF).expect(403);
    Matcher statement =
        Pattern.compile("\"(UPDATE access_policy [^\"]+)\"").matcher(Files.readString(RUNBOOK));
    assertThat(statement.find()).isTrue();

    GARDEN.sql().run(statement.group(1));

    session(byPassword(CHIEF)).get("/api/admin/users").expect(200);
  }

  @Test
  void isNotDecidedByMembers() {
    GARDEN.member("Anna").api().get(SETTINGS).expect(403);
    set(GARDEN.member("Anna").api(), true).expect(403);
    CHIEF.api().put(SETTINGS, "{}").expect(400);
  }
}
