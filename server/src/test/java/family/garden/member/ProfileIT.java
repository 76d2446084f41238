package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Together;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  @Test
  void changesWhatIsSentAndNothingElse() {
    Person anna = GARDEN.member("Anna");
    JsonNode before = anna.api().get("/api/me").expect(200).body();
    assertThat(before.path("shownAsOccupied").asBoolean()).isFalse();
    JsonNode changed =
        anna.api()
            .patch("/api/me", Map.of("firstName", " Änne 🌷 ", "shownAsOccupied", true))
            .expect(200)
            .body();
    assertThat(changed.path("firstName").asText()).isEqualTo("Änne 🌷");
    assertThat(changed.path("lastName")).isEqualTo(before.path("lastName"));
    assertThat(anna.api().patch("/api/me", Map.of("language", "en")).expect(200).body())
        .isEqualTo(anna.api().get("/api/me").body());
    JsonNode after = anna.api().patch("/api/me", "{}").expect(200).body();
    assertThat(after.path("shownAsOccupied").asBoolean()).isTrue();
    assertThat(after.path("language").asText()).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"firstName\":\"\"}",
        "{\"lastName\":\"  \"}",
        "{\"firstName\":\"a\\r\\nBcc: b@c.example\"}",
        "{\"language\":\"fr\"}",
        "{\"role\":\"Administrator\"}",
        "{\"email\":\"other@garden.example\"}",
        "{\"status\":\"Active\"}",
        "{\"shownAsOccupied\":\"yes\"}",
        "{\"reminded\":\"no\"}",
        ""
      })
  void refusesWhatIsNotTheirsToChange(String change) {
    Person anna = GARDEN.member("Anna");
    JsonNode before = anna.api().get("/api/me").body();
    anna.api().patch("/api/me", change).expect(400);
    assertThat(anna.api().get("/api/me").body()).isEqualTo(before);
  }

  @Test
  void changesThePasswordOnlyForWhoeverKnowsIt() {
    Person anna = GARDEN.member("Anna");
    Answer wrong = password(anna, "not my password", "peonies after all").expect(400);
    assertThat(wrong.errors("currentPassword")).hasSize(1);
    assertThat(password(anna, anna.password(), "short").expect(400).errors("newPassword"))
        .hasSize(1);
    assertThat(password(anna, anna.password(), "x".repeat(129)).expect(400).errors("newPassword"))
        .hasSize(1);
    GARDEN.people().logIn(anna.email(), anna.password());
    password(anna, anna.password(), "peonies after all").expect(204);
    GARDEN.people().logIn(anna.email(), "peonies after all");
  }

  private static Answer password(Person person, String current, String next) {
    return person
        .api()
        .put("/api/me/password", Map.of("currentPassword", current, "newPassword", next));
  }

  @Test
  void exportsEverythingThatIsKept() {
    Person anna = GARDEN.member("Anna");
    GARDEN.people().logIn(anna.email(), anna.password());
    UUID place = GARDEN.place("Turm", 50);
    UUID mine = GARDEN.book(anna, Stay.in(place, 3, 2, 1).noting("mit Hund")).id();
    GARDEN.book(GARDEN.member("Bruno"), Stay.in(place, 3, 2, 1));
    JsonNode export = anna.api().get("/api/me/export").expect(200).body();
    assertThat(export.path("user")).isEqualTo(anna.api().get("/api/me").body());
    assertThat(export.path("bookings"))
        .containsExactly(anna.api().get("/api/bookings/" + mine).body());
    assertThat(export.path("sessions")).hasSize(2);
    assertThat(export.toString()).doesNotContain("argon2");
  }

  @Test
  void erasesThePersonAndKeepsTheNights() {
    Person anna = GARDEN.member("Annabella");
    Person bruno = GARDEN.member("Bruno");
    UUID place = GARDEN.place("Turm", 2);
    Stay stay = Stay.in(place, 3, 2, 2);
    UUID booking = GARDEN.book(anna, stay.noting("Annabella kommt spät")).id();
    GARDEN.letPass(booking, 1);
    assertThat(
            anna.api()
                .delete("/api/me", Map.of("password", "wrong one"))
                .expect(400)
                .errors("password"))
        .hasSize(1);
    Answer erased = anna.api().delete("/api/me", Map.of("password", anna.password())).expect(204);
    assertThat(erased.header("Set-Cookie")).contains("Max-Age=0");

    anna.api().get("/api/me").expect(401);
    GARDEN
        .api()
        .post("/api/auth/login", Map.of("email", anna.email(), "password", anna.password()))
        .expect(401);
    LocalDate today = GardenServer.today();
    JsonNode remaining = ADMIN.get("/api/bookings/" + booking).expect(200).body();
    assertThat(remaining.path("memberId").isNull()).isTrue();
    assertThat(remaining.path("memberName").isNull()).isTrue();
    assertThat(remaining.has("notes")).isFalse();
    assertThat(ADMIN.get("/api/bookings/" + booking + "/history").expect(200).body())
        .noneMatch(event -> event.has("actorName"));
    assertThat(ADMIN.get("/api/admin/users").expect(200).text()).doesNotContain(anna.email());
    assertThat(bruno.api().get("/api/timeline?from=" + today.minusDays(5) + "&to=" + today).text())
        .contains("\"label\":null")
        .doesNotContain("Annabella");
    assertThat(GARDEN.sql().everything()).doesNotContain(anna.email(), "Annabella");
    GARDEN.people().invite(anna.email(), "Annabella");
  }

  @Test
  void endsTheStaysAheadOfAnErasedMember() {
    Person anna = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    UUID place = GARDEN.place("Turm", 2);
    Stay stay = Stay.in(place, 3, 2, 2);
    UUID pending = GARDEN.book(anna, stay).id();
    UUID accepted = GARDEN.book(anna, stay.later(10)).id();
    UUID over = GARDEN.book(anna, stay.later(20)).id();
    GARDEN.accept(accepted);
    GARDEN.accept(over);
    GARDEN.letPass(over, 1);
    UUID waiting = bruno.api().post("/api/waiting", stay.later(10)).expect(201).id();
    UUID own = anna.api().post("/api/waiting", Stay.in(place, 10, 6, 2)).expect(201).id();
    anna.api().delete("/api/me", Map.of("password", anna.password())).expect(204);

    for (UUID ended : List.of(pending, accepted)) {
      String path = "/api/bookings/" + ended;
      assertThat(ADMIN.get(path).body().path("status").asText()).isEqualTo("Cancelled");
      JsonNode last = ADMIN.get(path + "/history").body().path(ended.equals(pending) ? 1 : 2);
      assertThat(last.path("kind").asText()).isEqualTo("Cancelled");
      assertThat(last.has("actorName")).isFalse();
    }
    assertThat(ADMIN.get("/api/bookings/" + over).body().path("status").asText())
        .isEqualTo("Completed");
    assertThat(GARDEN.sql().one("SELECT held_until FROM waiting WHERE id = ?", waiting))
        .as("the freed beds are offered")
        .isNotEqualTo("null");
    assertThat(GARDEN.sql().column("SELECT id FROM waiting")).doesNotContain(own.toString());
    GARDEN.book(bruno, stay);
  }

  /** The booking waits for its beds while its member is erased: it is found, and ended. */
  @Test
  void endsAStayThatIsMadeWhileItsMemberIsErased() throws Exception {
    Person anna = GARDEN.member("Anna");
    UUID place = GARDEN.place("Turm", 2);
    try (Connection others = GARDEN.database().connect();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      others.setAutoCommit(false);
      try (Statement statement = others.createStatement()) {
        statement.execute("SELECT 1 FROM accommodation FOR UPDATE");
      }
      Future<Answer> booked =
          threads.submit(() -> anna.api().post("/api/bookings", Stay.in(place, 3, 2, 1)));
      awaitWaiting(1, booked);
      Future<Answer> erased =
          threads.submit(() -> anna.api().delete("/api/me", Map.of("password", anna.password())));
      awaitWaiting(2, erased);
      others.rollback();
      assertThat(booked.get().status()).isIn(201, 401);
      assertThat(erased.get().status()).isEqualTo(204);
    }
    assertThat(GARDEN.sql().column("SELECT status FROM booking WHERE member_id = ?", anna.id()))
        .isSubsetOf("Cancelled");
  }

  /** Waits until so many wait for a lock, or the call that is to wait is answered. */
  private static void awaitWaiting(int count, Future<Answer> call) {
    await()
        .until(
            () ->
                call.isDone()
                    || Integer.parseInt(
                            GARDEN
                                .sql()
                                .one("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"))
                        >= count);
  }

  @Test
  void endsTheStaysAheadWhileOthersChangeThem() {
    UUID place = GARDEN.place("Turm", 50);
    for (int race = 0; race < 5; race++) {
      Person anna = GARDEN.member("Anna");
      Stay stay = Stay.in(place, 3, 2, 2);
      UUID booking = GARDEN.book(anna, stay).id();
      String path = "/api/bookings/" + booking;
      assertThat(
              Together.run(
                  List.of(
                      () ->
                          anna.api()
                              .delete("/api/me", Map.of("password", anna.password()))
                              .status(),
                      () -> ADMIN.put(path, stay.later(1)).status(),
                      () -> ADMIN.ifMatch("*").post(path + "/accept").status())))
          .contains(204, atIndex(0))
          .isSubsetOf(200, 204, 409);
      assertThat(ADMIN.get(path).body().path("status").asText()).isEqualTo("Cancelled");
    }
  }
}
