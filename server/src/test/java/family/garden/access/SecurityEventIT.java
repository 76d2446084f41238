package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import family.garden.platform.config.Configuration.DatabaseSettings;
import family.garden.platform.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The security event log has each event of accounts and settings, and a bound. */
class SecurityEventIT {
  private static final String PATH = "/api/admin/security-events";
  private static final String NEW_PASSWORD = "dahlias by the gate";

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
    GARDEN.sql().run("DELETE FROM security_event");
  }

  /** The kinds of the events of an account, oldest first. */
  private static List<String> kinds(UUID member) {
    List<String> kinds = new ArrayList<>();
    for (JsonNode event : ADMIN.get(PATH + "?size=100").expect(200).body().path("items")) {
      if (event.path("memberId").asText().equals(member.toString())) {
        kinds.addFirst(event.path("kind").asText());
      }
    }
    return kinds;
  }

  private static List<JsonNode> refusals() {
    return StreamSupport.stream(
            ADMIN.get(PATH + "?size=100").expect(200).body().path("items").spliterator(), false)
        .filter(event -> event.path("kind").asText().equals("LoginRefused"))
        .toList();
  }

  @Test
  void notesWhatAdministratorsDecideAboutSomebody() {
    Person anna = GARDEN.member("Anna");
    String path = "/api/admin/users/" + anna.id();
    ADMIN.patch(path, Map.of("role", "Administrator")).expect(204);
    ADMIN.patch(path, Map.of("role", "Administrator")).expect(204);
    ADMIN.patch(path, Map.of("role", "Member")).expect(204);
    ADMIN.post(path + "/revoke").expect(204);
    ADMIN.post(path + "/approve").expect(204);
    assertThat(kinds(anna.id()))
        .containsExactly(
            "Invited",
            "InvitationAccepted",
            "MadeAdministrator",
            "MadeMember",
            "Revoked",
            "Approved");
    JsonNode latest = ADMIN.get(PATH).expect(200).body().path("items").path(0);
    assertThat(latest.path("memberName").asText()).isEqualTo("Anna Grün");
    assertThat(latest.path("actorId").asText()).isEqualTo(GARDEN.administrator().id().toString());
    assertThat(latest.path("times").asInt()).isEqualTo(1);
    assertThat(GARDEN.server().output())
        .contains(
            "security event=MadeAdministrator member=%s by=%s"
                .formatted(anna.id(), GARDEN.administrator().id()));
  }

  @Test
  void notesWhatMembersChangeAboutTheirWaysIn() {
    Person ben = GARDEN.member("Ben");
    ben.api().post("/api/me/calendar-feed", "{}").expect(201);
    ben.api().delete("/api/me/calendar-feed").expect(204);
    ben.api()
        .put(
            "/api/me/password",
            Map.of("currentPassword", ben.password(), "newPassword", NEW_PASSWORD))
        .expect(204);
    assertThat(kinds(ben.id()))
        .containsExactly(
            "Invited",
            "InvitationAccepted",
            "CalendarAddressMade",
            "CalendarAddressRemoved",
            "PasswordChanged");
    assertThat(ben.api().get("/api/me").status()).isEqualTo(200);
    JsonNode export = ben.api().get("/api/me/export").expect(200).body();
    assertThat(export.path("securityEvents")).hasSize(5);
    ben.api().delete("/api/me", Map.of("password", NEW_PASSWORD)).expect(204);
    JsonNode erased = ADMIN.get(PATH).expect(200).body().path("items").path(0);
    assertThat(erased.path("kind").asText()).isEqualTo("AccountErased");
    assertThat(erased.has("memberName")).isFalse();
  }

  @Test
  void notesAPasswordResetAndNewMailSettings() {
    Person clara = GARDEN.member("Clara");
    try (MailServer mail = MailServer.of(GARDEN)) {
      GARDEN.api().post("/api/auth/forgot-password", Map.of("email", clara.email())).expect(202);
      assertThat(kinds(clara.id())).as("anybody may ask").doesNotContain("PasswordReset");
      String token = mail.awaitLetter(clara.email(), "neues Passwort").token();
      GARDEN
          .api()
          .post("/api/auth/reset-password", Map.of("token", token, "password", NEW_PASSWORD))
          .expect(204);
    }
    assertThat(kinds(clara.id())).endsWith("PasswordReset");
    assertThat(GARDEN.sql().column("SELECT kind FROM security_event WHERE member_id IS NULL"))
        .containsExactly("MailSettingsChanged");
    GARDEN.sql().run("DELETE FROM email_settings");
  }

  @Test
  void countsRefusedLoginsInsteadOfRepeatingThem() {
    Person dora = GARDEN.member("Dora");
    for (int i = 0; i < 5; i++) {
      logIn(dora.email(), "a wrong password " + i);
      logIn("nobody-" + i + "@garden.example", "secret of nobody");
      GARDEN.forgiveAttempts();
    }
    // The test may run over the end of an hour.
    assertThat(refusals()).hasSizeBetween(2, 4);
    assertThat(refusals().stream().mapToInt(event -> event.path("times").asInt()).sum())
        .isEqualTo(10);
    assertThat(refusals().stream().map(event -> event.path("memberName").asText("–")).distinct())
        .containsExactlyInAnyOrder("Dora Grün", "–");
    String all = ADMIN.get(PATH).expect(200).text();
    assertThat(all).doesNotContain("nobody-", "wrong password");
    assertThat(GARDEN.server().output()).doesNotContain("nobody-", "secret of nobody");
  }

  /** Strangers can cause any number of these events. */
  @Test
  void foldsAccountsThatNobodyHasConfirmed() {
    for (int i = 0; i < 3; i++) {
      String email = "stranger-%d@garden.example".formatted(i);
      GARDEN
          .api()
          .post(
              "/api/auth/register",
              Map.of(
                  "email", email, "password", NEW_PASSWORD, "firstName", "Rosa", "lastName", "Rot"))
          .expect(202);
      logIn(email, "a wrong password");
      GARDEN.forgiveAttempts();
    }
    assertThat(refusals()).hasSizeBetween(1, 2).allMatch(event -> !event.has("memberId"));
  }

  private static void logIn(String email, String password) {
    GARDEN.api().post("/api/auth/login", Map.of("email", email, "password", password)).expect(401);
  }

  /** A rollback removes the event too: the log-in fails after the event was added. */
  @Test
  void notesNothingThatWasRefused() {
    Answer invitation = GARDEN.people().invite("ida@garden.example", "Ida");
    GARDEN.sql().run("UPDATE member SET role = 'Administrator' WHERE email = 'ida@garden.example'");
    GARDEN.sql().run("UPDATE access_policy SET administrators_need_passkey = true");
    try {
      GARDEN
          .api()
          .post(
              "/api/auth/accept-invitation",
              Map.of("token", People.token(invitation), "password", NEW_PASSWORD))
          .expect(403);
    } finally {
      GARDEN.sql().run("UPDATE access_policy SET administrators_need_passkey = false");
    }
    assertThat(kinds(invitation.id())).containsExactly("Invited");
  }

  @Test
  void notesWhereSomebodyEndsSessions() {
    Person fritz = GARDEN.member("Fritz");
    Person elsewhere = GARDEN.people().logIn(fritz.email(), fritz.password());
    fritz.api().delete("/api/me/sessions").expect(204);
    fritz.api().delete("/api/me/sessions").expect(204);
    elsewhere.api().get("/api/me").expect(401);
    assertThat(kinds(fritz.id()).stream().filter("SessionsEnded"::equals)).hasSize(1);
    Person again = GARDEN.people().logIn(fritz.email(), fritz.password());
    String other = again.api().get("/api/me/sessions").expect(200).body().at("/1/id").asText();
    again.api().delete("/api/me/sessions/" + other).expect(204);
    assertThat(
            GARDEN
                .sql()
                .one(
                    "SELECT sum(times) FROM security_event"
                        + " WHERE kind = 'SessionsEnded' AND member_id = ?",
                    fritz.id()))
        .isEqualTo("2");
  }

  @Test
  void turnsPages() {
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO security_event (kind, hour, last_at)
            SELECT 'LoginRefused', now() - n * interval '1 hour', now() - n * interval '1 hour'
            FROM generate_series(1, 45) n
            """);
    JsonNode last = ADMIN.get(PATH + "?page=2").expect(200).body();
    assertThat(last.path("items")).hasSize(5);
    assertThat(last.path("totalItems").asInt()).isEqualTo(45);
    assertThat(last.path("totalPages").asInt()).isEqualTo(3);
    GARDEN.member("Emil").api().get(PATH).expect(403);
    GARDEN.api().get(PATH).expect(401);
  }

  /** Refused log-ins, which strangers cause, push out nothing else. */
  @Test
  void sweepsWhatIsOldOrTooMuch() {
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO security_event (kind, member_id, hour, last_at)
            SELECT k.kind, m.id, h.hour, h.hour
            FROM member m, (VALUES ('LoginRefused'), ('PasskeyAdded')) k (kind),
                 (SELECT date_trunc('hour', now()) - n * interval '1 hour' AS hour
                  FROM generate_series(0, 2200) n) h
            WHERE m.id = ?
            """,
            GARDEN.administrator().id());
    sweep();
    assertThat(rows("LoginRefused")).isEqualTo(SecurityEvents.MOST_REFUSALS);
    // 90 days of 24 hours, and the hour that has begun.
    assertThat(rows("PasskeyAdded")).isBetween(2159, 2161);
  }

  /** However often members do it to their own accounts. */
  @Test
  void keepsWhatAdministratorsDidWhateverMembersDo() {
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO security_event (kind, member_id, actor_id, hour, last_at)
            SELECT k.kind, m.id, CASE WHEN k.kind = 'SessionsEnded' THEN m.id END, h.hour, h.hour
            FROM member m,
                 (VALUES ('CalendarAddressMade'), ('PasskeyAdded'), ('SessionsEnded')) k (kind),
                 (SELECT date_trunc('hour', now()) - n * interval '1 hour' AS hour
                  FROM generate_series(0, 1999) n) h
            WHERE m.id = ?
            """,
            GARDEN.administrator().id());
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO security_event (kind, member_id, actor_id, hour, last_at)
            SELECT k.kind, k.member, m.id, now() - interval '89 days', now() - interval '89 days'
            FROM member m, (VALUES ('Revoked', CAST(? AS uuid)), ('MailSettingsChanged', NULL))
                k (kind, member)
            WHERE m.id = ?
            """,
            GARDEN.member("Gerd").id(),
            GARDEN.administrator().id());
    sweep();
    assertThat(rows("CalendarAddressMade") + rows("PasskeyAdded") + rows("SessionsEnded"))
        .isLessThanOrEqualTo(SecurityEvents.MOST_OWN);
    assertThat(rows("Revoked")).isEqualTo(1);
    assertThat(rows("MailSettingsChanged")).isEqualTo(1);
  }

  private static void sweep() {
    FreshDatabase created = GARDEN.database();
    try (Database database =
        new Database(
            new DatabaseSettings(created.jdbcUrl(), created.user(), created.password(), null, 1))) {
      SecurityEvents events =
          new SecurityEvents(
              database,
              new SecurityEventStore(),
              new Caller(),
              Clock.systemUTC(),
              new SimpleMeterRegistry());
      database.inTransaction(
          handle -> {
            events.sweep(handle);
            return null;
          });
    }
  }

  private static int rows(String kind) {
    return Integer.parseInt(
        GARDEN.sql().one("SELECT count(*) FROM security_event WHERE kind = ?", kind));
  }
}
