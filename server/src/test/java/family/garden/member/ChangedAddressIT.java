package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator gives a member another e-mail address. */
class ChangedAddressIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  private static Answer change(Api api, Person person, String email) {
    return api.put("/api/admin/users/" + person.id() + "/email", Map.of("email", email));
  }

  private static Answer logIn(String email, String password) {
    return GARDEN.api().post("/api/auth/login", Map.of("email", email, "password", password));
  }

  @Test
  void letsThePersonLogInWithTheNewAddressOnly() {
    Person anna = GARDEN.member("Anna");
    change(ADMIN, anna, "Anna.Neu@Garden.example").expect(204);
    logIn(anna.email(), anna.password()).expect(401);
    logIn("anna.neu@garden.example", anna.password()).expect(200);
    anna.api().get("/api/me").expect(200);
    assertThat(ADMIN.get("/api/admin/security-events").expect(200).body().path("items"))
        .filteredOn(event -> event.path("kind").asText().equals("AddressChanged"))
        .filteredOn(event -> event.path("memberId").asText().equals(anna.id().toString()))
        .extracting(event -> event.path("actorId").asText())
        .containsExactly(GARDEN.administrator().id().toString());
  }

  @Test
  void writesToBothAddresses() {
    Person berta = GARDEN.member("Berta");
    try (MailServer mail = MailServer.of(GARDEN)) {
      change(ADMIN, berta, "berta@garden.example").expect(204);
      for (String address : List.of(berta.email(), "berta@garden.example")) {
        assertThat(mail.awaitLetter(address, "Deine neue E-Mail-Adresse").text())
            .contains("berta@garden.example");
      }
    }
  }

  @Test
  void voidsTheLinksToTheOldAddress() {
    Answer invitation = GARDEN.people().invite("wrong@garden.example", "Cleo");
    Map<String, String> right = Map.of("email", "cleo@garden.example");
    ADMIN.put("/api/admin/users/" + invitation.id() + "/email", right).expect(204);
    Map<String, String> old =
        Map.of("token", People.token(invitation), "password", "tulips in the rain");
    GARDEN.api().post("/api/auth/accept-invitation", old).expect(400);
    Answer again = GARDEN.people().invite("cleo@garden.example", "Cleo");
    assertThat(again.id()).isEqualTo(invitation.id());
  }

  @Test
  void takesNoAddressOfSomebodyElse() {
    Person dora = GARDEN.member("Dora");
    Person emil = GARDEN.member("Emil");
    String taken = emil.email().toUpperCase(Locale.ROOT);
    assertThat(change(ADMIN, dora, taken).expect(409).errors("email")).hasSize(1);
    logIn(dora.email(), dora.password()).expect(200);
    // The own one again changes nothing.
    change(ADMIN, dora, dora.email()).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "a@b@c", "a b@garden.example", "x\ny@garden.example"})
  void takesAnAddressOnly(String typed) {
    Person frieda = GARDEN.member("Frieda");
    assertThat(change(ADMIN, frieda, typed).expect(400).errors("email")).hasSize(1);
  }

  @Test
  void isForAdministratorsWhoHaveShownThatItIsThem() {
    Person gustav = GARDEN.member("Gustav");
    change(gustav.api(), gustav, "gustav@garden.example").expect(403);
    Person olga = GARDEN.administrator("Olga");
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min' WHERE member_id = ?",
            olga.id());
    assertThat(change(olga.api(), gustav, "gustav@garden.example").expect(400).errors("password"))
        .hasSize(1);
    olga.api()
        .put(
            "/api/admin/users/" + gustav.id() + "/email",
            Map.of("email", "gustav@garden.example", "password", olga.password()))
        .expect(204);
    logIn("gustav@garden.example", gustav.password()).expect(200);
  }
}
