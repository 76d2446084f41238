package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Together;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  @AfterEach
  void leaveOneAdministrator() {
    GARDEN
        .sql()
        .run("UPDATE member SET role = 'Member' WHERE id <> ?", GARDEN.administrator().id());
    GARDEN
        .sql()
        .run(
            "UPDATE member SET role = 'Administrator', status = 'Active' WHERE id = ?",
            GARDEN.administrator().id());
  }

  @Test
  void invitesWithoutMail() {
    Answer invitation = GARDEN.people().invite("Ida.Igel@Garden.example", "Ida");
    String token = People.token(invitation);
    assertThat(invitation.body().path("inviteUrl").asText())
        .isEqualTo(
            "http://localhost:"
                + GARDEN.server().address().getPort()
                + "/invitation#token="
                + token);
    assertThat(GARDEN.sql().everything()).doesNotContain(token);
    assertThat(accept(token, "too short").expect(400).errors("password")).hasSize(1);

    Answer accepted = accept(token, "tulips in the rain").expect(200);
    assertThat(accepted.body().at("/user/email").asText()).isEqualTo("ida.igel@garden.example");
    assertThat(accepted.body().at("/user/status").asText()).isEqualTo("Active");
    assertThat(accepted.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
    Api ida = GARDEN.api().as(accepted.body().path("token").asText());
    ida.post("/api/bookings", Stay.in(GARDEN.place("Turm", 2), 3, 2, 1)).expect(201);
    assertThat(accept(token, "tulips in the rain").expect(400).errors("token")).hasSize(1);
  }

  @Test
  void letsOneOfTwoWhoAcceptAtOnceIn() {
    String token = People.token(GARDEN.people().invite("twice@garden.example", "Ida"));
    assertThat(Together.run(3, () -> accept(token, "tulips in the rain").status()))
        .containsExactlyInAnyOrder(200, 400, 400);
  }

  @Test
  void takesAnAddressOnceWhateverItsCase() {
    Person anna = GARDEN.member("Anna");
    Answer refused =
        ADMIN
            .post("/api/admin/users", invitation(anna.email().toUpperCase(Locale.ROOT)))
            .expect(409);
    assertThat(refused.errors("email")).hasSize(1);
  }

  @Test
  void voidsAnInvitationThatIsRevoked() {
    Answer invitation = GARDEN.people().invite("void@garden.example", "Ida");
    ADMIN.post("/api/admin/users/" + invitation.id() + "/revoke").expect(204);
    accept(People.token(invitation), "tulips in the rain").expect(400);
  }

  @Test
  void takesADomainWithUmlautsAndItsConvertedFormForOne() {
    Answer first = GARDEN.people().invite("hans@müller.example", "Hans");
    assertThat(GARDEN.people().invite("Hans@xn--mller-kva.example", "Hans").id())
        .isEqualTo(first.id());
    Answer again = GARDEN.people().invite("hans@MÜLLER.example", "Hans");
    accept(People.token(again), "tulips in the rain").expect(200);
    for (String typed : List.of("hans@müller.example", "HANS@XN--MLLER-KVA.example")) {
      assertThat(GARDEN.people().logIn(typed, "tulips in the rain").id()).isEqualTo(first.id());
      Map<String, String> form =
          Map.of("email", typed, "firstName", "H", "lastName", "M", "role", "Member");
      assertThat(ADMIN.post("/api/admin/users", form).expect(409).errors("email")).hasSize(1);
    }
  }

  /** Earlier versions stored the domain as it was typed. */
  @ParameterizedTest
  @ValueSource(strings = {"maren%d@müller.example", "ma\u0308ren%d@mu\u0308ller.example"})
  void findsWhoseAddressWasStoredUnconverted(String pattern) {
    String stored = pattern.formatted(pattern.length());
    Person maren = GARDEN.member("Maren");
    GARDEN.sql().run("UPDATE member SET email = ? WHERE id = ?", stored, maren.id());
    String people = GARDEN.sql().one("SELECT count(*) FROM member");
    String local = Normalizer.normalize(stored.substring(0, stored.indexOf('@')), Form.NFC);
    for (String typed :
        List.of(stored, local + "@müller.example", local + "@xn--mller-kva.example")) {
      assertThat(GARDEN.people().logIn(typed, maren.password()).id()).isEqualTo(maren.id());
      Map<String, String> form =
          Map.of(
              "email", typed, "password", "roses in the snow", "firstName", "M", "lastName", "M");
      GARDEN.api().post("/api/auth/register", form).expect(202);
      assertThat(ADMIN.post("/api/admin/users", invitation(typed)).expect(409).errors("email"))
          .hasSize(1);
    }
    assertThat(GARDEN.sql().one("SELECT count(*) FROM member")).isEqualTo(people);
    GARDEN.people().logIn(stored, maren.password());
  }

  @Test
  void invitesAgainWhoseInvitationWasWithdrawn() {
    Answer first = GARDEN.people().invite("back@garden.example", "Ida");
    ADMIN.post("/api/admin/users/" + first.id() + "/revoke").expect(204);

    Answer again = GARDEN.people().invite("back@garden.example", "Ida");

    assertThat(again.id()).isEqualTo(first.id());
    accept(People.token(first), "tulips in the rain").expect(400);
    accept(People.token(again), "tulips in the rain").expect(200);
  }

  @Test
  void invitesAgainWhoeverWasRevoked() {
    Person olga = GARDEN.administrator("Olga");
    String path = "/api/admin/users/" + olga.id();
    ADMIN.post(path + "/revoke").expect(204);

    Answer again = GARDEN.people().invite(olga.email(), "Olga");

    assertThat(again.id()).isEqualTo(olga.id());
    Map<String, String> earlier = Map.of("email", olga.email(), "password", olga.password());
    GARDEN.api().post("/api/auth/login", earlier).expect(401);
    accept(People.token(again), "roses in the snow").expect(200);
    GARDEN.api().post("/api/auth/login", earlier).expect(401);
    Person back = GARDEN.people().logIn(olga.email(), "roses in the snow");
    // The invitation was that of a member.
    back.api().get("/api/admin/users").expect(403);
  }

  @Test
  void invitesAgainWhoeverLostTheLink() {
    Answer first = GARDEN.people().invite("lost@garden.example", "Ida");
    Answer second = ADMIN.post("/api/admin/users", invitation("lost@garden.example"));
    second.expect(201);
    accept(People.token(first), "tulips in the rain").expect(400);
    accept(People.token(second), "tulips in the rain").expect(200);
  }

  @Test
  void invitesWithARole() {
    Map<String, Object> form = new TreeMap<>(invitation("boss@garden.example"));
    form.put("role", "Administrator");
    String token = People.token(ADMIN.post("/api/admin/users", form).expect(201));
    String session = accept(token, "tulips in the rain").expect(200).body().path("token").asText();
    GARDEN.api().as(session).get("/api/admin/users").expect(200);
    form.put("role", "Owner");
    ADMIN.post("/api/admin/users", form).expect(400);
  }

  @Test
  void invitesInTheLanguageOfTheGuest() {
    Map<String, Object> form = new TreeMap<>(invitation("aunt@garden.example"));
    form.put("language", "en");
    assertThat(language(ADMIN.language("de").post("/api/admin/users", form))).isEqualTo("en");
    form.put("email", "uncle@garden.example");
    form.remove("language");
    assertThat(language(ADMIN.language("de").post("/api/admin/users", form))).isEqualTo("de");
    assertThat(language(ADMIN.language("en").post("/api/admin/users", form)))
        .as("invited again as the same person")
        .isEqualTo("de");
    form.put("language", "fr");
    ADMIN.post("/api/admin/users", form).expect(400);
  }

  private static String language(Answer invitation) {
    return GARDEN
        .sql()
        .one("SELECT language FROM member WHERE id = ?", invitation.expect(201).id());
  }

  @Test
  void tellsTheReasonOfARejection() {
    Person paula = GARDEN.pending("Paula");
    String path = "/api/admin/users/" + paula.id() + "/reject";
    assertThat(ADMIN.post(path, Map.of("reason", " ")).expect(400).errors("reason")).isNotEmpty();
    assertThat(ADMIN.post(path, Map.of("reason", "x".repeat(501))).expect(400).errors("reason"))
        .hasSize(1);
    ADMIN.post(path, Map.of("reason", "Wir kennen dich <b>nicht</b>.")).expect(204);
    assertThat(ADMIN.get("/api/admin/users?status=rejected").expect(200).body())
        .anySatisfy(
            one -> {
              assertThat(one.path("id").asText()).isEqualTo(paula.id().toString());
              assertThat(one.path("rejectionReason").asText())
                  .isEqualTo("Wir kennen dich <b>nicht</b>.");
            });
  }

  @Test
  void keepsTheLastAdministrator() {
    UUID last = GARDEN.administrator().id();
    ADMIN.patch("/api/admin/users/" + last, Map.of("role", "Member")).expect(409);
    ADMIN.post("/api/admin/users/" + last + "/revoke").expect(409);
    ADMIN.delete("/api/me", Map.of("password", GARDEN.administrator().password())).expect(409);
    Answer refused =
        ADMIN.language("en").patch("/api/admin/users/" + last, Map.of("role", "Member"));
    assertThat(refused.body().path("detail").asText()).contains("no administrator");
    ADMIN.patch("/api/admin/users/" + last, Map.of("role", "Administrator")).expect(204);
  }

  @Test
  void keepsOneOfTwoAdministratorsWhoDemoteEachOtherAtOnce() {
    Person gerda = GARDEN.administrator();
    for (int round = 0; round < 5; round++) {
      Person other = GARDEN.administrator("Otto");
      List<Integer> statuses =
          Together.run(List.of(() -> demote(gerda, other), () -> demote(other, gerda)));
      // The slower administrator has lost the role, or is the last one.
      assertThat(statuses).containsOnlyOnce(204).containsAnyOf(403, 409);
      assertThat(
              GARDEN
                  .sql()
                  .one(
                      "SELECT count(*) FROM member WHERE role = 'Administrator' AND status = 'Active'"))
          .isEqualTo("1");
      leaveOneAdministrator();
    }
  }

  @Test
  void keepsOneOfTwoAdministratorsWhoBothLeaveAtOnce() {
    Person one = GARDEN.administrator("Olga");
    Person other = GARDEN.administrator("Otto");
    GARDEN.sql().run("UPDATE member SET role = 'Member' WHERE id = ?", GARDEN.administrator().id());
    List<Integer> statuses = Together.run(List.of(() -> leave(one), () -> leave(other)));
    assertThat(statuses).containsExactlyInAnyOrder(204, 409);
  }

  private static int demote(Person by, Person whom) {
    return by.api().patch("/api/admin/users/" + whom.id(), Map.of("role", "Member")).status();
  }

  private static int leave(Person who) {
    return who.api().delete("/api/me", Map.of("password", who.password())).status();
  }

  private static Map<String, Object> invitation(String email) {
    return Map.of("email", email, "firstName", "Ida", "lastName", "Igel", "role", "Member");
  }

  private static Answer accept(String token, String password) {
    GARDEN.forgiveAttempts();
    return GARDEN
        .api()
        .post("/api/auth/accept-invitation", Map.of("token", token, "password", password));
  }
}
