package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Joining and regaining access in a garden that sends no letters, or whose letters do not arrive.
 */
class NoLettersIT {
  private static final String FIRST = "dahlias by the gate";
  private static final String SECOND = "sunflowers in the shed";

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
    GARDEN.sql().run("DELETE FROM email_settings");
  }

  private static Answer register(String email, String password) {
    return GARDEN
        .api()
        .post(
            "/api/auth/register",
            Map.of("email", email, "password", password, "firstName", "Rosa", "lastName", "Rot"))
        .expect(202);
  }

  private static Answer logIn(String email, String password) {
    return GARDEN.api().post("/api/auth/login", Map.of("email", email, "password", password));
  }

  private static String path(String email) {
    return "/api/admin/users/" + GARDEN.sql().one("SELECT id FROM member WHERE email = ?", email);
  }

  /** The token of a link that an administrator passes on by hand. */
  private static String passedOn(String email) {
    String url =
        ADMIN.post(path(email) + "/password-link").expect(201).body().path("passwordUrl").asText();
    assertThat(url).contains("/reset-password#token=");
    return url.substring(url.indexOf('=') + 1);
  }

  private static Answer reset(String token, String password) {
    return GARDEN
        .api()
        .post("/api/auth/reset-password", Map.of("token", token, "password", password));
  }

  private static boolean sendsMail() {
    return GARDEN.api().get("/api/auth/methods").expect(200).body().path("mail").asBoolean();
  }

  @Test
  void tellsTheScreensWhetherLettersAreSent() {
    assertThat(sendsMail()).isFalse();
    try (MailServer mail = MailServer.of(GARDEN)) {
      assertThat(sendsMail()).isTrue();
      Map<String, Object> off = mail.settings();
      off.put("enabled", false);
      ADMIN.put("/api/admin/email-settings", off).expect(200);
      assertThat(sendsMail()).isFalse();
    }
  }

  @Test
  void keepsTheFirstRegistrationWhereNoLetterLeadsOn() {
    String email = "rosa@garden.example";
    Answer first = register(email, FIRST);
    assertThat(register(email, SECOND).text()).isEqualTo(first.text());
    ADMIN.post(path(email) + "/approve").expect(204);
    logIn(email, SECOND).expect(401);
    logIn(email, FIRST).expect(200);
    assertThat(register(email, SECOND).text()).isEqualTo(first.text());
    logIn(email, FIRST).expect(200);
  }

  @Test
  void saysWhoWaitsForApprovalAfterTheRightPasswordOnly() {
    String email = "rita@garden.example";
    register(email, FIRST);
    Answer waits = logIn(email, FIRST).expect(403);
    assertThat(waits.body().path("detail").asText()).contains("noch nicht freigegeben");
    Answer stranger = logIn("nobody@garden.example", FIRST).expect(401);
    assertThat(logIn(email, SECOND).expect(401).body()).isEqualTo(stranger.body());
    ADMIN.post(path(email) + "/approve").expect(204);
    logIn(email, FIRST).expect(200);
  }

  /** A letter leads on, and the log-in would tell whether the address had an account before. */
  @Test
  void saysNothingOfApprovalWhereLettersLeadOn() {
    try (MailServer mail = MailServer.of(GARDEN)) {
      String email = "ronja@garden.example";
      register(email, FIRST);
      mail.awaitLetter(email, "Bitte bestätige deine E-Mail-Adresse");
      logIn(email, FIRST).expect(401);
    }
  }

  /** The password was invalid when letters stopped; an administrator helps. */
  @Test
  void leadsOnWhoHasNoPasswordByALinkOfTheAdministrator() {
    String email = "resi@garden.example";
    try (MailServer mail = MailServer.of(GARDEN)) {
      mail.shut();
      register(email, FIRST);
      register(email, SECOND);
    }
    GARDEN.sql().run("DELETE FROM email_settings");
    GARDEN.sql().run("DELETE FROM outbox");
    Answer refused = ADMIN.post(path(email) + "/approve").expect(409);
    assertThat(refused.body().path("detail").asText()).contains("noch kein Passwort");
    reset(passedOn(email), SECOND).expect(204);
    ADMIN.post(path(email) + "/approve").expect(204);
    logIn(email, SECOND).expect(200);
  }

  @Test
  void leadsBackInWhoForgotThePassword() {
    Person anna = GARDEN.member("Anna");
    String old = passedOn(anna.email());
    String token = passedOn(anna.email());
    reset(old, SECOND).expect(400);
    reset(token, SECOND).expect(204);
    reset(token, FIRST).expect(400);
    anna.api().get("/api/me").expect(401);
    logIn(anna.email(), SECOND).expect(200);
    JsonNode events = ADMIN.get("/api/admin/security-events").expect(200).body().path("items");
    assertThat(events.findValuesAsText("kind")).contains("PasswordLinkMade", "PasswordReset");
  }

  /** The link came from an administrator and not in a letter. */
  @Test
  void showsNothingAboutTheAddress() {
    Person dora = GARDEN.member("Dora");
    GARDEN.sql().run("UPDATE member SET email_proven = false WHERE id = ?", dora.id());
    reset(passedOn(dora.email()), SECOND).expect(204);
    dora.api().get("/api/me").expect(401);
    logIn(dora.email(), SECOND).expect(200);
    assertThat(GARDEN.sql().one("SELECT email_proven FROM member WHERE id = ?", dora.id()))
        .isEqualTo("f");
  }

  @Test
  void keepsTheLinkWhoeverAsksForALetter() {
    Person emil = GARDEN.member("Emil");
    try (MailServer mail = MailServer.of(GARDEN)) {
      String token = passedOn(emil.email());
      GARDEN.api().post("/api/auth/forgot-password", Map.of("email", emil.email())).expect(202);
      String written = mail.awaitLetter(emil.email(), "Ein neues Passwort").token();
      reset(token, SECOND).expect(204);
      reset(written, FIRST).expect(400);
      assertThat(mail.awaitLetter(emil.email(), "Dein Passwort wurde ersetzt").text())
          .contains("von der Verwaltung");
    }
  }

  @Test
  void givesALinkOnlyToWhoHasNoInvitation() {
    Person ben = GARDEN.member("Ben");
    String path = "/api/admin/users/" + ben.id();
    ben.api().post(path + "/password-link").expect(403);
    String token = passedOn(ben.email());
    ADMIN.post(path + "/revoke").expect(204);
    reset(token, SECOND).expect(400);
    GARDEN.people().invite("ida@garden.example", "Ida");
    ADMIN.post(path("ida@garden.example") + "/password-link").expect(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rejected", "Revoked"})
  void letsInAfterAllWhoHasNoPassword(String status) {
    String email = status.toLowerCase(Locale.ROOT) + "@garden.example";
    register(email, FIRST);
    GARDEN
        .sql()
        .run("UPDATE member SET password_hash = NULL, status = ? WHERE email = ?", status, email);
    ADMIN.post(path(email) + "/approve").expect(409);
    reset(passedOn(email), SECOND).expect(204);
    logIn(email, SECOND).expect(401);
    ADMIN.post(path(email) + "/approve").expect(204);
    logIn(email, SECOND).expect(200);
  }

  @Test
  void givesNobodyALinkForThemselves() {
    String own = "/api/admin/users/" + GARDEN.administrator().id() + "/password-link";
    assertThat(ADMIN.post(own).expect(409).body().path("detail").asText()).contains("Profil");
  }

  @Test
  void asksForThePasswordOfWhoeverMakesALink() {
    Person olga = GARDEN.administrator("Olga");
    String path = "/api/admin/users/" + GARDEN.member("Frieda").id() + "/password-link";
    olga.api().post(path).expect(201);
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min' WHERE member_id = ?",
            olga.id());
    assertThat(olga.api().post(path).expect(400).errors("password")).hasSize(1);
    olga.api().post(path, Map.of("password", "not the password")).expect(400);
    olga.api().post(path, Map.of("password", olga.password())).expect(201);
  }
}
