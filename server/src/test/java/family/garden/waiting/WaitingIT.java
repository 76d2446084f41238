package family.garden.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joining the waiting list, and leaving it. */
class WaitingIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Line LINE = new Line(GARDEN);
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person OLGA = GARDEN.member("Olga");

  @BeforeEach
  void emptyTheLine() {
    GARDEN.sql().run("DELETE FROM waiting");
  }

  @Test
  void putsInLineWhoeverFindsNoBeds() {
    Stay stay = taken(2);
    Answer joined = ANNA.api().post("/api/waiting", stay.noting(" gern am See ")).expect(201);
    JsonNode entry = joined.body();
    assertThat(entry.path("memberId").asText()).isEqualTo(ANNA.id().toString());
    assertThat(entry.path("memberName").asText()).isEqualTo("Anna Grün");
    assertThat(entry.path("startDate").asText()).isEqualTo(stay.startDate().toString());
    assertThat(entry.path("endDate").asText()).isEqualTo(stay.endDate().toString());
    assertThat(entry.path("nights").asInt()).isEqualTo(2);
    assertThat(entry.path("totalPersons").asInt()).isEqualTo(2);
    assertThat(entry.path("notes").asText()).isEqualTo("gern am See");
    assertThat(entry.path("status").asText()).isEqualTo("Waiting");
    assertThat(entry.has("offeredUntil")).isFalse();
    assertThat(entry.path("position").asInt()).isEqualTo(1);
    assertThat(entry.at("/bookingItems/0/personCount").asInt()).isEqualTo(2);
    assertThat(Line.entry(ANNA.api(), joined.id())).isEqualTo(entry);
  }

  @Test
  void saysToBookWhatIsFree() {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 2);
    Answer refused = ANNA.api().post("/api/waiting", stay).expect(409);
    assertThat(refused.body().path("detail").asText()).contains("sind frei");
    Answer english = ANNA.api().language("en").post("/api/waiting", stay).expect(409);
    assertThat(english.body().path("detail").asText()).contains("book them right away");
  }

  @Test
  void takesWishesThatAreFullOnOneNightOnly() {
    UUID place = GARDEN.place("Turm", 2);
    GARDEN.book(OLGA, Stay.in(place, 5, 1, 1));
    ANNA.api().post("/api/waiting", Stay.in(place, 3, 2, 2)).expect(409);
    ANNA.api().post("/api/waiting", Stay.in(place, 3, 3, 2)).expect(201);
  }

  @Test
  void asksForWhatABookingAsksFor() {
    Stay stay = taken(1);
    ANNA.api().post("/api/waiting", stay.later(-20)).expect(400).errors("startDate");
    Answer today = ANNA.api().post("/api/waiting", Stay.in(place(stay), 0, 8, 1)).expect(400);
    assertThat(today.errors("startDate").path(0).asText()).contains("frühestens für morgen");
    assertThat(
            ANNA.api()
                .post("/api/waiting", Stay.in(place(stay), 3, 31, 1))
                .expect(400)
                .errors("endDate"))
        .hasSize(1);
    Stay nowhere = Stay.in(UUID.randomUUID(), 3, 2, 1);
    assertThat(ANNA.api().post("/api/waiting", nowhere).expect(400).errors("bookingItems"))
        .hasSize(1);
    GARDEN.administrator().api().delete("/api/sleeping-accommodations/" + place(stay)).expect(204);
    ANNA.api().post("/api/waiting", stay).expect(400);
  }

  @Test
  void refusesTheSameTwiceAndMoreThanTen() {
    Person eager = GARDEN.member("Emil");
    UUID place = GARDEN.place("Turm", 1);
    GARDEN.book(OLGA, Stay.in(place, 3, 20, 1));
    Stay first = Stay.in(place, 3, 1, 1);
    UUID id = LINE.join(eager, first);
    Answer twice = eager.api().post("/api/waiting", first.noting("noch einmal")).expect(409);
    assertThat(twice.body().path("detail").asText()).contains("schon");
    for (int i = 1; i < 10; i++) {
      LINE.join(eager, first.later(i));
    }
    Answer eleventh = eager.api().post("/api/waiting", first.later(10)).expect(409);
    assertThat(eleventh.body().path("detail").asText()).contains("10");
    eager.api().delete("/api/waiting/" + id).expect(204);
    LINE.join(eager, first.later(10));
  }

  @Test
  void countsToTenAlsoWhenAllComeAtOnce() {
    Person eager = GARDEN.member("Emil");
    UUID place = GARDEN.place("Turm", 1);
    GARDEN.book(OLGA, Stay.in(place, 3, 25, 1));
    Stay first = Stay.in(place, 3, 1, 1);
    List<Integer> answers =
        Together.run(
            IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(
                    i -> () -> eager.api().post("/api/waiting", first.later(i)).status())
                .toList());
    assertThat(answers).containsOnly(201, 409).filteredOn(status -> status == 201).hasSize(10);
    Person twin = GARDEN.member("Emilia");
    assertThat(Together.run(20, () -> twin.api().post("/api/waiting", first).status()))
        .containsOnly(201, 409)
        .containsOnlyOnce(201);
  }

  @Test
  void showsThePlaceInLineAmongThoseWhoWantTheSameBeds() {
    UUID place = GARDEN.place("Turm", 1);
    UUID elsewhere = GARDEN.place("Zelt", 1);
    GARDEN.book(OLGA, Stay.in(place, 3, 6, 1).and(elsewhere, 1));
    LINE.join(ANNA, Stay.in(place, 3, 2, 1));
    LINE.join(ANNA, Stay.in(elsewhere, 3, 2, 1));
    Person second = GARDEN.member("Bo");
    assertThat(position(second, Stay.in(place, 4, 2, 1))).isEqualTo(2);
    assertThat(position(second, Stay.in(place, 5, 2, 1))).isEqualTo(2);
    assertThat(position(second, Stay.in(place, 7, 2, 1))).isEqualTo(1);
    assertThat(position(second, Stay.in(elsewhere, 3, 2, 1))).isEqualTo(2);
    assertThat(position(GARDEN.member("Cy"), Stay.in(place, 4, 1, 1).and(elsewhere, 1)))
        .isEqualTo(5);
  }

  private static int position(Person person, Stay stay) {
    return person.api().post("/api/waiting", stay).expect(201).body().path("position").asInt();
  }

  @Test
  void showsOnesOwnAndAllToAdministrators() {
    Stay stay = taken(1);
    UUID annas = LINE.join(ANNA, stay);
    Person bo = GARDEN.member("Bo");
    UUID bos = LINE.join(bo, stay);
    Api admin = GARDEN.administrator().api();
    assertThat(ids(ANNA.api(), "")).contains(annas.toString()).doesNotContain(bos.toString());
    assertThat(ids(admin, "")).doesNotContain(annas.toString());
    assertThat(ids(admin, "?all=false")).doesNotContain(annas.toString());
    assertThat(ids(admin, "?all=true")).containsSubsequence(annas.toString(), bos.toString());
    ANNA.api().get("/api/waiting?all=true").expect(403);
    ANNA.api().get("/api/waiting?all=perhaps").expect(400);
  }

  @Test
  void belongsToWhoeverGotInLine() {
    Stay stay = taken(1);
    UUID id = LINE.join(ANNA, stay);
    for (Person other : List.of(GARDEN.member("Bo"), GARDEN.administrator())) {
      other.api().delete("/api/waiting/" + id).expect(404);
      Line.accept(other.api(), id).expect(404);
    }
    Line.accept(ANNA.api(), id).expect(409);
    ANNA.api().delete("/api/waiting/" + id).expect(204);
    ANNA.api().delete("/api/waiting/" + id).expect(404);
    Line.accept(ANNA.api(), id).expect(404);
    assertThat(Line.status(ANNA, id)).isEmpty();
  }

  @Test
  void leavesWithAPersonWhoGoes() {
    Stay stay = taken(1);
    Person leaving = GARDEN.member("Leo");
    Person revoked = GARDEN.member("Rita");
    LINE.join(leaving, stay);
    LINE.join(revoked, stay);
    UUID stays = LINE.join(ANNA, stay);
    assertThat(Line.entry(ANNA.api(), stays).path("position").asInt()).isEqualTo(3);
    leaving.api().delete("/api/me", Map.of("password", leaving.password())).expect(204);
    GARDEN.administrator().api().post("/api/admin/users/" + revoked.id() + "/revoke").expect(204);
    assertThat(Line.entry(ANNA.api(), stays).path("position").asInt()).isEqualTo(1);
    assertThat(
            GARDEN
                .sql()
                .column(
                    "SELECT id FROM waiting WHERE member_id IN (?, ?)", leaving.id(), revoked.id()))
        .isEmpty();
  }

  @Test
  void standsInTheExportOfWhoeverWaits() {
    Stay stay = taken(1);
    UUID id = LINE.join(ANNA, stay);
    LINE.join(OLGA, stay.noting("geht Anna nichts an").and(GARDEN.place("Zelt", 1), 1));
    JsonNode exported = ANNA.api().get("/api/me/export").expect(200).body().path("waiting");
    assertThat(exported).containsExactly(Line.entry(ANNA.api(), id));
  }

  @Test
  void endsWhenTheDayOfArrivalBegins() {
    Stay stay = taken(1);
    UUID id = LINE.join(ANNA, stay);
    GARDEN
        .sql()
        .run(
            "UPDATE waiting SET start_date = ?, end_date = ? WHERE id = ?",
            stay.startDate().minusDays(3),
            stay.endDate().minusDays(3),
            id);
    assertThat(Line.status(ANNA, id)).isEmpty();
    Line.accept(ANNA.api(), id).expect(404);
    await().until(() -> GARDEN.sql().column("SELECT id FROM waiting WHERE id = ?", id).isEmpty());
  }

  /** A stay with all beds of a new place, which Olga has booked already. */
  private static Stay taken(int persons) {
    Stay stay = Stay.in(GARDEN.place("Turm", persons), 3, 2, persons);
    GARDEN.book(OLGA, stay);
    return stay;
  }

  private static UUID place(Stay stay) {
    return stay.bookingItems().getFirst().sleepingAccommodationId();
  }

  private static List<String> ids(Api api, String query) {
    return api.get("/api/waiting" + query).expect(200).body().findValuesAsText("id");
  }
}
