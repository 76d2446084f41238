package family.garden.passkey;

import static family.garden.passkey.PasskeyCalls.add;
import static family.garden.passkey.PasskeyCalls.confirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A passkey in place of the password, where the log-in is a while ago. */
class ConfirmationIT {
  private static final String HOME = "http://localhost:4711";
  private static final String FEED = "/api/me/calendar-feed";

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_PUBLIC_URL", HOME));

  private final Authenticator phone = new Authenticator(HOME);

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void servesForACalendarAddressAndForRemovingAPasskey() {
    Person anna = GARDEN.member("Anna");
    UUID key = add(anna, phone, "Telefon").expect(201).id();
    letTimePass(anna);
    anna.api().post(FEED, "{}").expect(400);
    anna.api().delete("/api/me/passkeys/" + key, "{}").expect(400);

    confirm(anna.api(), phone).expect(204);

    anna.api().post(FEED, "{}").expect(201);
    anna.api().delete("/api/me/passkeys/" + key, "{}").expect(204);
    anna.api().get("/api/me").expect(200);
  }

  @Test
  void servesForTenMinutesOnly() {
    Person anna = GARDEN.member("Anna");
    add(anna, phone, "Telefon").expect(201);
    letTimePass(anna);
    confirm(anna.api(), phone).expect(204);
    confirmedAt(anna, "- interval '11 min'");
    anna.api().post(FEED, "{}").expect(400);
    // As a clock that was ahead leaves it.
    confirmedAt(anna, "+ interval '2 h'");
    anna.api().post(FEED, "{}").expect(400);
  }

  @Test
  void leavesNobodyWithoutAPasswordInADeadEnd() {
    Person anna = GARDEN.member("Anna");
    add(anna, phone, "Telefon").expect(201);
    GARDEN.sql().run("UPDATE member SET password_hash = NULL WHERE id = ?", anna.id());
    letTimePass(anna);
    anna.api().post("/api/me/passkeys/options", "{}").expect(400);
    anna.api().delete("/api/me", "{}").expect(400);

    confirm(anna.api(), phone).expect(204);

    anna.api().post("/api/me/passkeys/options", "{}").expect(200);
    anna.api().delete("/api/me", "{}").expect(204);
  }

  @Test
  void isNoAnswerWhereThePasswordItselfIsAskedFor() {
    Person anna = GARDEN.member("Anna");
    add(anna, phone, "Telefon").expect(201);
    letTimePass(anna);
    confirm(anna.api(), phone).expect(204);
    anna.api().post("/api/me/passkeys/options", "{}").expect(400);
    anna.api().put("/api/me/password", Map.of("newPassword", "peonies after all")).expect(400);
    anna.api().delete("/api/me", "{}").expect(400);
  }

  @Test
  void isOfTheOneSessionAlone() {
    Person here = GARDEN.member("Anna");
    add(here, phone, "Telefon").expect(201);
    Person there = GARDEN.people().logIn(here.email(), here.password());
    letTimePass(here);
    confirm(here.api(), phone).expect(204);
    there.api().post(FEED, "{}").expect(400);
  }

  @Test
  void isNoneWithAnotherMembersPasskeyOrChallenge() {
    Person anna = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    add(anna, phone, "Telefon").expect(201);
    Authenticator brunos = new Authenticator(HOME);
    add(bruno, brunos, "Telefon").expect(201);
    letTimePass(anna);

    assertThat(confirm(anna.api(), brunos).expect(400).errors("credential")).hasSize(1);
    JsonNode forBruno = options(bruno.api()).expect(200).body();
    send(anna.api(), phone.get(forBruno)).expect(400);
    JsonNode toLogIn = GARDEN.api().post("/api/auth/passkey/options").expect(200).body();
    send(anna.api(), phone.get(toLogIn)).expect(400);
    JsonNode forAnna = options(anna.api()).expect(200).body();
    GARDEN.api().post("/api/auth/passkey", Map.of("credential", phone.get(forAnna))).expect(401);

    anna.api().post(FEED, "{}").expect(400);
  }

  @Test
  void isNoneASecondTimeOrWithoutTheOwnerBeingRecognised() {
    Person anna = GARDEN.member("Anna");
    add(anna, phone, "Telefon").expect(201);
    letTimePass(anna);
    JsonNode options = options(anna.api()).expect(200).body();
    phone.recognises = false;
    send(anna.api(), phone.get(options)).expect(400);
    phone.recognises = true;
    send(anna.api(), phone.get(options)).expect(400);
    anna.api().post(FEED, "{}").expect(400);
    send(anna.api(), Map.of("id", "AAAA")).expect(400);
  }

  @Test
  void needsAPasskey() {
    options(GARDEN.member("Anna").api()).expect(409);
  }

  @Test
  void endsWithThePasskey() {
    Person here = GARDEN.member("Anna");
    UUID key = add(here, phone, "Telefon").expect(201).id();
    Person there = GARDEN.people().logIn(here.email(), here.password());
    confirm(there.api(), phone).expect(204);
    here.api().delete("/api/me/passkeys/" + key).expect(204);
    there.api().get("/api/me").expect(401);
    here.api().get("/api/me").expect(200);
  }

  private static void letTimePass(Person person) {
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min' WHERE member_id = ?",
            person.id());
  }

  private static void confirmedAt(Person person, String interval) {
    GARDEN
        .sql()
        .run(
            "UPDATE session SET confirmed_at = now() " + interval + " WHERE member_id = ?",
            person.id());
  }

  private static Answer options(Api api) {
    return api.post("/api/me/confirmation/options");
  }

  private static Answer send(Api api, Map<String, ?> credential) {
    return api.post("/api/me/confirmation", Map.of("credential", credential));
  }
}
