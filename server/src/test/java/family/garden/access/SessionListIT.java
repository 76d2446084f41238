package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Members see their sessions and can end each. */
class SessionListIT {
  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/135.0.0.0"
          + " Mobile Safari/537.36";

  @AutoClose private static final Garden GARDEN = Garden.open();

  @Test
  void showsEachDeviceAndWhichIsTheCallers() {
    Person here = GARDEN.member("Anna");
    Api phone = logIn(here, PHONE);

    JsonNode list = sessions(here.api());

    assertThat(list).hasSize(2);
    assertThat(list.get(0).path("current").asBoolean()).isTrue();
    assertThat(list.get(1).path("current").asBoolean()).isFalse();
    assertThat(list.get(1).path("browser").asText()).isEqualTo("Chrome");
    assertThat(list.get(1).path("system").asText()).isEqualTo("Android");
    assertThat(list.get(1).has("expiresAt")).isTrue();
    assertThat(sessions(phone).get(0).path("id")).isEqualTo(list.get(1).path("id"));
    assertThat(GARDEN.sql().everything())
        .as("no more of the header is kept")
        .doesNotContain("AppleWebKit");
  }

  @Test
  void showsNothingOfWhatABrowserMayMakeUp() {
    Person anna = GARDEN.member("Anna");
    logIn(anna, "<b>my browser</b> ".repeat(200));
    JsonNode made = sessions(anna.api()).get(1);
    assertThat(made.has("browser")).isFalse();
    assertThat(made.has("system")).isFalse();
  }

  @Test
  void endsOneOfThem() {
    Person here = GARDEN.member("Anna");
    Api phone = logIn(here, PHONE);
    Api laptop = logIn(here, "");
    String id = ownId(phone);

    assertThat(here.api().delete("/api/me/sessions/" + id).expect(204).header("Set-Cookie"))
        .as("the caller stays logged in")
        .isNull();

    phone.get("/api/me").expect(401);
    laptop.get("/api/me").expect(200);
    here.api().get("/api/me").expect(200);
    here.api().delete("/api/me/sessions/" + id).expect(404);
  }

  @Test
  void endsAllOthers() {
    Person here = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    Api phone = logIn(here, PHONE);
    Api laptop = logIn(here, "");

    here.api().delete("/api/me/sessions").expect(204);

    phone.get("/api/me").expect(401);
    laptop.get("/api/me").expect(401);
    assertThat(sessions(here.api())).hasSize(1);
    bruno.api().get("/api/me").expect(200);
  }

  @Test
  void logsOutWhoEndsTheirOwn() {
    Person here = GARDEN.member("Anna");
    String cookie =
        here.api().delete("/api/me/sessions/" + ownId(here.api())).expect(204).header("Set-Cookie");
    assertThat(cookie).contains("Max-Age=0");
    here.api().get("/api/me").expect(401);
  }

  @Test
  void endsNobodyElses() {
    Person anna = GARDEN.member("Anna");
    String annas = ownId(anna.api());
    GARDEN.member("Bruno").api().delete("/api/me/sessions/" + annas).expect(404);
    GARDEN.administrator().api().delete("/api/me/sessions/" + annas).expect(404);
    anna.api().delete("/api/me/sessions/" + UUID.randomUUID()).expect(404);
    anna.api().get("/api/me").expect(200);
  }

  @Test
  void endsTheOldestWhereOneIsTooMany() {
    Person anna = GARDEN.member("Anna");
    age(ownId(anna.api()), "4 hours");
    Api second = logIn(anna, PHONE);
    age(ownId(second), "3 hours");
    List<Api> others = new ArrayList<>();
    for (int i = 2; i < 20; i++) {
      others.add(logIn(anna, PHONE));
    }
    anna.api().get("/api/me").expect(200);

    others.add(logIn(anna, PHONE));

    anna.api().get("/api/me").expect(401);
    second.get("/api/me").expect(200);
    others.forEach(other -> other.get("/api/me").expect(200));
    assertThat(sessions(second)).hasSize(20);
  }

  /** A clock that was ahead began sessions that look newest, and are invalid once it is right. */
  @Test
  void endsTheOnesThatAreNoGoodFirst() {
    Person anna = GARDEN.member("Anna");
    for (int i = 1; i < 20; i++) {
      GARDEN
          .sql()
          .run(
              """
              INSERT INTO session (id, member_id, created_at, expires_at, last_used_at)
              VALUES (?, ?, now() + interval '1 year', now() + interval '366 days',
                      now() + interval '1 year')
              """,
              UUID.randomUUID(),
              anna.id());
    }
    assertThat(sessions(anna.api())).hasSize(1);

    Api phone = logIn(anna, PHONE);

    anna.api().get("/api/me").expect(200);
    assertThat(sessions(phone)).hasSize(2);
  }

  private static void age(String session, String interval) {
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = created_at - CAST(? AS interval) WHERE id = ?",
            interval,
            UUID.fromString(session));
  }

  private static Api logIn(Person person, String userAgent) {
    GARDEN.forgiveAttempts();
    Api device = GARDEN.api().header("User-Agent", userAgent);
    return device.as(
        device
            .post("/api/auth/login", Map.of("email", person.email(), "password", person.password()))
            .expect(200)
            .body()
            .path("token")
            .asText());
  }

  private static JsonNode sessions(Api api) {
    return api.get("/api/me/sessions").expect(200).body();
  }

  private static String ownId(Api api) {
    return sessions(api).get(0).path("id").asText();
  }
}
