package family.garden.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TimelineIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person BRUNO = GARDEN.member("Bruno");

  @Test
  void showsWhoIsWhereWhenAndWhatIsFree() {
    UUID place = GARDEN.place("Turm", 4);
    Stay stay = Stay.in(place, 3, 2, 3);
    UUID annas = GARDEN.book(ANNA, stay).id();
    UUID brunos = GARDEN.book(BRUNO, Stay.in(place, 4, 2, 1)).id();
    GARDEN.accept(brunos);
    JsonNode row = row(BRUNO.api(), place);
    assertThat(row.path("free")).extracting(JsonNode::asInt).startsWith(4, 4, 4, 1, 0, 3, 4);
    assertThat(row.path("stays"))
        .extracting(TimelineIT::describe)
        .containsExactly(annas + " 3 Pending Anna false", brunos + " 1 Accepted Bruno true");
    assertThat(row.at("/stays/0/startDate").asText()).isEqualTo(stay.startDate().toString());
    assertThat(row.at("/stays/0/endDate").asText()).isEqualTo(stay.endDate().toString());
    assertThat(row.toString()).doesNotContain("Grün", ANNA.email(), ANNA.id().toString());
  }

  private static String describe(JsonNode stay) {
    return "%s %d %s %s %s"
        .formatted(
            stay.path("bookingId").asText(),
            stay.path("persons").asInt(),
            stay.path("status").asText(),
            stay.path("label").asText(),
            stay.path("mine").asBoolean());
  }

  @Test
  void ordersStaysByTheirFirstNightAndThenByBooking() {
    UUID place = GARDEN.place("Turm", 12);
    String late = GARDEN.book(ANNA, Stay.in(place, 5, 1, 1)).id().toString();
    List<String> sameNight =
        IntStream.range(0, 6)
            .mapToObj(i -> GARDEN.book(ANNA, Stay.in(place, 3, 1 + i, 1)).id().toString())
            .sorted()
            .toList();
    String early = GARDEN.book(ANNA, Stay.in(place, 2, 9, 1)).id().toString();
    assertThat(row(BRUNO.api(), place).path("stays").findValuesAsText("bookingId"))
        .startsWith(early)
        .containsSubsequence(sameNight)
        .endsWith(late)
        .hasSize(8);
  }

  @Test
  void showsNamesWithAnyLetters() {
    String name = "Zoë \"\\ Ünal 🌻";
    Person zoe = GARDEN.member("Zoe");
    zoe.api().patch("/api/me", Map.of("firstName", name)).expect(200);
    UUID place = GARDEN.place("Turm", 4);
    GARDEN.book(zoe, Stay.in(place, 3, 2, 3));
    assertThat(label(BRUNO.api(), place)).isEqualTo(name);
  }

  @Test
  void hidesTheNameOfWhoeverWantsToBeShownAsOccupied() {
    Person clara = GARDEN.member("Clara");
    UUID place = GARDEN.place("Turm", 4);
    GARDEN.book(clara, Stay.in(place, 3, 2, 3));
    assertThat(label(BRUNO.api(), place)).isEqualTo("Clara");
    clara.api().patch("/api/me", Map.of("shownAsOccupied", true)).expect(200);
    assertThat(label(BRUNO.api(), place)).isEqualTo("null");
    assertThat(label(clara.api(), place)).isEqualTo("Clara");
    clara
        .api()
        .patch("/api/me", Map.of("shownAsOccupied", false, "firstName", "Klara"))
        .expect(200);
    assertThat(label(BRUNO.api(), place)).isEqualTo("Klara");
  }

  @Test
  void showsNoNamesToThoseWhoWait() {
    UUID place = GARDEN.place("Turm", 4);
    GARDEN.book(ANNA, Stay.in(place, 3, 2, 3));
    Person paula = GARDEN.pending("Paula");
    assertThat(label(ANNA.api(), place)).isEqualTo("Anna");
    assertThat(label(paula.api(), place)).isEqualTo("null");
    assertThat(row(paula.api(), place).path("free")).extracting(JsonNode::asInt).contains(1);
    ADMIN.post("/api/admin/users/" + paula.id() + "/approve").expect(204);
    assertThat(label(paula.api(), place)).isEqualTo("Anna");
  }

  @Test
  void leavesOutWhatWasCancelledOrRejected() {
    UUID place = GARDEN.place("Turm", 4);
    UUID cancelled = GARDEN.book(ANNA, Stay.in(place, 3, 2, 1)).id();
    UUID rejected = GARDEN.book(ANNA, Stay.in(place, 3, 2, 1)).id();
    assertThat(row(ANNA.api(), place).path("stays")).hasSize(2);
    ANNA.api().post("/api/bookings/" + cancelled + "/cancel").expect(204);
    ADMIN.ifMatch("*").post("/api/bookings/" + rejected + "/reject", "{}").expect(204);
    assertThat(row(ANNA.api(), place).path("stays")).isEmpty();
    assertThat(row(ANNA.api(), place).path("free")).extracting(JsonNode::asInt).containsOnly(4);
  }

  @Test
  void showsThePast() {
    UUID place = GARDEN.place("Turm", 4);
    UUID over = GARDEN.book(ANNA, Stay.in(place, 3, 2, 1)).id();
    GARDEN.accept(over);
    GARDEN.letPass(over, 0);
    LocalDate today = GardenServer.today();
    JsonNode row = row(BRUNO.api(), place, today.minusDays(2), today.plusDays(1));
    assertThat(row.path("stays"))
        .extracting(TimelineIT::describe)
        .containsExactly(over + " 1 Completed Anna false");
    assertThat(row.path("free")).extracting(JsonNode::asInt).containsExactly(3, 3, 4);
  }

  @Test
  void showsAnInactivePlaceOnlyWhileSomebodyIsThere() {
    UUID place = GARDEN.place("Laube", 4);
    UUID booking = GARDEN.book(ANNA, Stay.in(place, 3, 2, 1)).id();
    ADMIN.delete("/api/sleeping-accommodations/" + place).expect(204);
    assertThat(row(BRUNO.api(), place).path("isActive").asBoolean()).isFalse();
    ANNA.api().post("/api/bookings/" + booking + "/cancel").expect(204);
    assertThat(places(BRUNO.api())).doesNotContain(place.toString());
  }

  @Test
  void looksAtFourHundredNights() {
    LocalDate today = GardenServer.today();
    UUID place = GARDEN.place("Turm", 4);
    assertThat(row(ANNA.api(), place, today, today.plusDays(400)).path("free")).hasSize(400);
    ANNA.api().get("/api/timeline?from=" + today + "&to=" + today.plusDays(401)).expect(400);
  }

  private static String label(Api api, UUID place) {
    return row(api, place).at("/stays/0/label").asText();
  }

  private static List<String> places(Api api) {
    LocalDate today = GardenServer.today();
    return api.get("/api/timeline?from=" + today + "&to=" + today.plusDays(30))
        .expect(200)
        .body()
        .path("accommodations")
        .findValuesAsText("id");
  }

  private static JsonNode row(Api api, UUID place) {
    return row(api, place, GardenServer.today(), GardenServer.today().plusDays(30));
  }

  private static JsonNode row(Api api, UUID place, LocalDate from, LocalDate to) {
    for (JsonNode row :
        api.get("/api/timeline?from=" + from + "&to=" + to)
            .expect(200)
            .body()
            .path("accommodations")) {
      if (row.path("id").asText().equals(place.toString())) {
        return row;
      }
    }
    throw new AssertionError("not there: " + place);
  }
}
