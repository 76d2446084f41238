package family.garden.passkey;

import static family.garden.passkey.PasskeyCalls.add;
import static family.garden.passkey.PasskeyCalls.logIn;
import static family.garden.passkey.PasskeyCalls.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys over two servers on one database, under one address. */
class PasskeyIT {
  private static final String HOME = "http://localhost:4711";

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_PUBLIC_URL", HOME));

  private static final Api ANOTHER =
      GARDEN.anotherServer(launch -> launch.env("BOOKING_PUBLIC_URL", HOME)).api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void letsInWithoutAPassword() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    Answer added = add(anna, phone, "Telefon").expect(201);
    assertThat(added.body().path("name").asText()).isEqualTo("Telefon");
    assertThat(added.body().path("lastUsedAt").isNull()).isTrue();

    Answer loggedIn = logIn(GARDEN.api(), phone).expect(200);
    assertThat(loggedIn.body().at("/user/id").asText()).isEqualTo(anna.id().toString());
    assertThat(loggedIn.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
    Api api = GARDEN.api().as(loggedIn.body().path("token").asText());
    JsonNode listed = api.get("/api/me/passkeys").expect(200).body();
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/id").asText()).isEqualTo(added.id().toString());
    assertThat(listed.at("/0/lastUsedAt").isTextual()).isTrue();
    assertThat(api.get("/api/me/export").expect(200).body().path("passkeys")).isEqualTo(listed);
  }

  @Test
  void worksOverSeveralServers() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    Api there = ANOTHER.as(anna.token());
    JsonNode options = options(anna).expect(200).body();
    there
        .post("/api/me/passkeys", Map.of("name", "Telefon", "credential", phone.create(options)))
        .expect(201);
    JsonNode request = GARDEN.api().post("/api/auth/passkey/options").expect(200).body();
    Map<String, ?> answer = Map.of("credential", phone.get(request));
    ANOTHER.post("/api/auth/passkey", answer).expect(200);
    GARDEN.api().post("/api/auth/passkey", answer).expect(401);
  }

  @Test
  void tellsTheBrowserWhatToAskFor() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    JsonNode creation = options(anna).expect(200).body();
    assertThat(creation.at("/rp/id").asText()).isEqualTo("localhost");
    assertThat(creation.at("/user/name").asText()).isEqualTo(anna.email());
    byte[] userHandle = Base64.getUrlDecoder().decode(creation.at("/user/id").asText());
    assertThat(new String(userHandle, StandardCharsets.ISO_8859_1))
        .hasSize(32)
        .doesNotContain(anna.email());
    assertThat(creation.at("/excludeCredentials/0/id").asText()).isEqualTo(phone.id());
    assertThat(creation.at("/authenticatorSelection/residentKey").asText()).isEqualTo("required");
    JsonNode request = GARDEN.api().post("/api/auth/passkey/options").expect(200).body();
    assertThat(request.path("allowCredentials")).isEmpty();
    assertThat(request.path("userVerification").asText()).isEqualTo("required");
    assertThat(request.path("challenge")).isNotEqualTo(creation.path("challenge"));
  }

  @Test
  void addsOnlyForWhoeverKnowsThePassword() {
    Person anna = GARDEN.member("Anna");
    assertThat(
            anna.api()
                .post("/api/me/passkeys/options", Map.of("password", "not mine"))
                .expect(400)
                .errors("password"))
        .hasSize(1);
    anna.api().post("/api/me/passkeys/options", "{}").expect(400);
  }

  @Test
  void addsWithoutAPasswordForWhoeverHasNoneAndHasJustLoggedIn() {
    Person anna = GARDEN.member("Anna");
    GARDEN.sql().run("UPDATE member SET password_hash = NULL WHERE id = ?", anna.id());
    anna.api().post("/api/me/passkeys/options", "{}").expect(200);
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min' WHERE member_id = ?",
            anna.id());
    assertThat(anna.api().post("/api/me/passkeys/options", "{}").expect(400).errors("password"))
        .hasSize(1);
    anna.api().delete("/api/me", "{}").expect(400);
  }

  @Test
  void tellsTheMemberByMail() {
    try (MailServer mail = MailServer.of(GARDEN)) {
      Person anna = GARDEN.member("Anna");
      add(anna, new Authenticator(HOME), "Telefon").expect(201);
      assertThat(mail.awaitLetter(anna.email(), "Passkey").text()).contains("Telefon", "Anna");
    }
  }

  @Test
  void keepsTenAtTheMost() {
    Person anna = GARDEN.member("Anna");
    for (int i = 1; i <= 10; i++) {
      add(anna, new Authenticator(HOME), "Nummer " + i).expect(201);
      GARDEN.forgiveAttempts();
    }
    options(anna).expect(409);
    String first = anna.api().get("/api/me/passkeys").body().at("/0/id").asText();
    anna.api().delete("/api/me/passkeys/" + first).expect(204);
    options(anna).expect(200);
  }

  @Test
  void givesNamesAndLeavesOthersAlone() {
    Person anna = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    UUID id = add(anna, new Authenticator(HOME), "Telefon").expect(201).id();
    String path = "/api/me/passkeys/" + id;
    assertThat(anna.api().patch(path, Map.of("name", " Laptop ")).expect(200).body().path("name"))
        .hasToString("\"Laptop\"");
    anna.api().patch(path, Map.of("name", "")).expect(400);
    bruno.api().patch(path, Map.of("name", "meins")).expect(404);
    bruno.api().delete(path).expect(404);
    assertThat(bruno.api().get("/api/me/passkeys").expect(200).body()).isEmpty();
    assertThat(anna.api().get("/api/me/passkeys").expect(200).body()).hasSize(1);
  }

  @Test
  void forgetsAPasskeyThatWasRemoved() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    UUID id = add(anna, phone, "Telefon").expect(201).id();
    logIn(GARDEN.api(), phone).expect(200);
    anna.api().delete("/api/me/passkeys/" + id).expect(204);
    logIn(GARDEN.api(), phone).expect(401);
    logIn(ANOTHER, phone).expect(401);
  }

  @Test
  void endsTheSessionsThatItOpenedWithItself() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    Authenticator laptop = new Authenticator(HOME);
    UUID id = add(anna, phone, "Telefon").expect(201).id();
    UUID other = add(anna, laptop, "Laptop").expect(201).id();
    Api onPhone = session(logIn(GARDEN.api(), phone));
    Api onLaptop = session(logIn(GARDEN.api(), laptop));
    anna.api().delete("/api/me/passkeys/" + id).expect(204);
    onPhone.get("/api/me").expect(401);
    onLaptop.get("/api/me").expect(200);
    // The one at hand stays, so that nobody is thrown out while tidying up.
    onLaptop.delete("/api/me/passkeys/" + other).expect(204);
    onLaptop.get("/api/me").expect(200);
    anna.api().get("/api/me").expect(200);
  }

  private static Api session(Answer loggedIn) {
    return GARDEN.api().as(loggedIn.expect(200).body().path("token").asText());
  }

  @Test
  void isRemovedOnlyByWhoeverKnowsThePasswordOrHasJustLoggedIn() {
    Person anna = GARDEN.member("Anna");
    String path =
        "/api/me/passkeys/" + add(anna, new Authenticator(HOME), "Telefon").expect(201).id();
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min' WHERE member_id = ?",
            anna.id());
    assertThat(anna.api().delete(path).expect(400).errors("password")).hasSize(1);
    Answer wrong = anna.api().delete(path, Map.of("password", "not mine")).expect(400);
    assertThat(wrong.errors("password")).hasSize(1);
    anna.api().delete(path, Map.of("password", anna.password())).expect(204);
  }

  @Test
  void outlivesANewPasswordAndNotTheMember() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    anna.api()
        .put(
            "/api/me/password",
            Map.of("currentPassword", anna.password(), "newPassword", "peonies after all"))
        .expect(204);
    logIn(GARDEN.api(), phone).expect(200);
    anna.api().delete("/api/me", Map.of("password", "peonies after all")).expect(204);
    logIn(GARDEN.api(), phone).expect(401);
    assertThat(GARDEN.sql().one("SELECT count(*) FROM passkey WHERE member_id = ?", anna.id()))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rejected", "Revoked", "Unverified"})
  void refusesWhoeverMayNotComeIn(String status) {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    GARDEN.sql().run("UPDATE member SET status = ? WHERE id = ?", status, anna.id());
    logIn(GARDEN.api(), phone).expect(401);
    GARDEN.sql().run("UPDATE member SET status = 'Pending' WHERE id = ?", anna.id());
    logIn(GARDEN.api(), phone).expect(200);
  }
}
