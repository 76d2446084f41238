package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An ended session is invalid at once, on every server. */
class SessionEndIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final GardenServer OTHER = GARDEN.anotherServer(launch -> launch);

  @Test
  void diesWithTheLogoutAndOnlyThisOne() {
    Person phone = GARDEN.member("Anna");
    Person laptop = GARDEN.people().logIn(phone.email(), phone.password());
    String cookie = phone.api().post("/api/auth/logout").expect(204).header("Set-Cookie");
    assertThat(cookie).startsWith("booking_session=;").contains("Max-Age=0");
    assertDead(phone);
    assertThat(laptop.api().get("/api/me").status()).isEqualTo(200);
    phone.api().post("/api/auth/logout").expect(401);
  }

  @Test
  void diesWhenTheMemberIsRevoked() {
    Person anna = GARDEN.member("Anna");
    anna.api().get("/api/me").expect(200);
    decide(anna, "/revoke");
    assertDead(anna);
  }

  @Test
  void staysDeadWhenTheMemberIsLetInAgain() {
    Person anna = GARDEN.member("Anna");
    decide(anna, "/revoke");
    decide(anna, "/approve");
    assertDead(anna);
    GARDEN.people().logIn(anna.email(), anna.password()).api().get("/api/me").expect(200);
  }

  @Test
  void diesWhenSomebodyWaitingIsRejected() {
    Person paula = GARDEN.pending("Paula");
    GARDEN
        .administrator()
        .api()
        .post("/api/admin/users/" + paula.id() + "/reject", Map.of("reason", "Unbekannt"))
        .expect(204);
    assertDead(paula);
  }

  @Test
  void outlivesAPasswordChangeOnlyWhereItWasMade() {
    Person here = GARDEN.member("Anna");
    Person elsewhere = GARDEN.people().logIn(here.email(), here.password());
    here.api()
        .put(
            "/api/me/password",
            Map.of("currentPassword", here.password(), "newPassword", "peonies after all"))
        .expect(204);
    assertDead(elsewhere);
    here.api().get("/api/me").expect(200);
    GARDEN.people().logIn(here.email(), "peonies after all");
    GARDEN
        .api()
        .post("/api/auth/login", Map.of("email", here.email(), "password", here.password()))
        .expect(401);
  }

  @Test
  void losesARightAtOnce() {
    Person anna = GARDEN.administrator("Anna");
    anna.api().get("/api/admin/users").expect(200);
    GARDEN
        .administrator()
        .api()
        .patch("/api/admin/users/" + anna.id(), Map.of("role", "Member"))
        .expect(204);
    anna.api().get("/api/admin/users").expect(403);
    OTHER.api().as(anna.token()).get("/api/admin/users").expect(403);
  }

  /** The log-in page uses this call, because every browser would log a response of 401. */
  @Test
  void isReportedApartFromNoneWithoutARefusal() {
    Person anna = GARDEN.member("Anna");
    assertThat(isSignedIn(GARDEN.api())).isFalse();
    assertThat(isSignedIn(GARDEN.api().cookie("no token"))).isFalse();
    assertThat(isSignedIn(GARDEN.api().cookie(anna.token()))).isTrue();
    assertThat(isSignedIn(OTHER.api().cookie(anna.token()))).isTrue();
    anna.api().post("/api/auth/logout").expect(204);
    assertThat(isSignedIn(GARDEN.api().cookie(anna.token()))).isFalse();

    Person late = GARDEN.member("Late");
    GARDEN.sql().run("UPDATE session SET expires_at = now() WHERE member_id = ?", late.id());
    assertThat(isSignedIn(GARDEN.api().cookie(late.token()))).isFalse();
  }

  private static boolean isSignedIn(Api api) {
    return api.get("/api/auth/methods").expect(200).body().path("signedIn").asBoolean();
  }

  private static void decide(Person person, String action) {
    GARDEN.administrator().api().post("/api/admin/users/" + person.id() + action).expect(204);
  }

  private static void assertDead(Person person) {
    person.api().get("/api/me").expect(401);
    for (Api api : new Api[] {GARDEN.api(), OTHER.api()}) {
      api.as(person.token()).get("/api/me").expect(401);
      api.cookie(person.token()).get("/api/me").expect(401);
    }
  }
}
