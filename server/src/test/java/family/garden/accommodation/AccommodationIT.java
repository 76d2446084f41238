package family.garden.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Together;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccommodationIT {
  private static final String PATH = "/api/sleeping-accommodations";

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();
  private static final Person ANNA = GARDEN.member("Anna");

  @ParameterizedTest
  @EnumSource
  void isAddedAndReadByMembers(AccommodationType type) {
    Answer added =
        ADMIN
            .post(PATH, draft("Am Teich", type.name(), 4, "zwei Fenster\nund ein Ofen"))
            .expect(201);
    assertThat(added.header("Location")).endsWith(PATH + "/" + added.id());
    assertThat(added.body().path("type").asText()).isEqualTo(type.name());
    assertThat(added.body().path("isActive").asBoolean()).isTrue();
    Answer read = ANNA.api().get(PATH + "/" + added.id()).expect(200);
    assertThat(read.body()).isEqualTo(added.body());
    assertThat(read.etag()).isEqualTo(added.etag());
    assertThat(GARDEN.pending("Paula").api().get(PATH).expect(200).body()).contains(added.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dachstübchen über der Küche",
        "Zelt 🏕️👨‍👩‍👧",
        "<script>alert(1)</script>",
        "'; DROP TABLE accommodation; --",
        "{0} %s ${x} \\n",
        "مرحبا"
      })
  void keepsANameAsItWasTyped(String name) {
    UUID id = ADMIN.post(PATH, draft(name, "Tent", 2, name)).expect(201).id();
    JsonNode read = ANNA.api().get(PATH + "/" + id).expect(200).body();
    assertThat(read.path("name").asText()).isEqualTo(name);
    assertThat(read.path("description").asText()).isEqualTo(name);
    Stay tooMany = Stay.in(id, 3, 1, 3);
    assertThat(
            ANNA.api().post("/api/bookings", tooMany).expect(409).errors("Availability").toString())
        .contains(
            new com.fasterxml.jackson.databind.node.TextNode(name)
                .toString()
                .replaceAll("^\"|\"$", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "name, ''",
    "name, '   '",
    "type, Boat",
    "type, room",
    "maxCapacity, 0",
    "maxCapacity, -1",
    "maxCapacity, 101"
  })
  void namesTheFieldThatIsWrong(String field, String value) {
    Map<String, Object> draft = new TreeMap<>(draft("Turm", "Room", 2, "x"));
    draft.put(field, field.equals("maxCapacity") ? Integer.valueOf(value) : value);
    assertThat(ADMIN.post(PATH, draft).expect(400).errors(field)).hasSize(1);
    UUID id = GARDEN.place("Turm", 2);
    assertThat(ADMIN.put(PATH + "/" + id, draft).expect(400).errors(field)).hasSize(1);
    assertThat(ADMIN.get(PATH + "/" + id).body().path("maxCapacity").asInt()).isEqualTo(2);
  }

  @Test
  void countsCharactersAndNotBytes() {
    ADMIN.post(PATH, draft("🏕".repeat(100), "Tent", 100, "ä".repeat(500))).expect(201);
    ADMIN.post(PATH, draft("x".repeat(101), "Tent", 1, "x")).expect(400);
    ADMIN.post(PATH, draft("x", "Tent", 1, "x".repeat(501))).expect(400);
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    Answer refused = ADMIN.language("en").post(PATH, "{}").expect(400);
    assertThat(refused.body().path("errors").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("name", "type", "maxCapacity");
    assertThat(refused.errors("maxCapacity").path(0).asText()).isEqualTo("Enter 1 to 100 people.");
  }

  @Test
  void isChangedOnlyFromTheVersionThatWasRead() {
    Answer first = ADMIN.post(PATH, draft("Turm", "Room", 2, "alt")).expect(201);
    String path = PATH + "/" + first.id();
    Answer second =
        ADMIN.ifMatch(first.etag()).put(path, draft("Turm", "Room", 3, "neu")).expect(200);
    assertThat(second.etag()).isNotEqualTo(first.etag());
    ADMIN.ifMatch(first.etag()).put(path, draft("Turm", "Room", 9, "stale")).expect(412);
    ADMIN.ifMatch(first.etag()).delete(path).expect(412);
    assertThat(ADMIN.get(path).body()).isEqualTo(second.body());
    Answer third =
        ADMIN
            .ifMatch("\"77\", " + second.etag())
            .put(path, draft("T", "Room", 3, "neu"))
            .expect(200);
    Api conditional = ADMIN.ifMatch("W/" + third.etag());
    conditional.put(path, draft("T", "Room", 3, "neuer")).expect(200);
    conditional.delete(path).expect(412);
    ADMIN.ifMatch("*").put(path, draft("Turm", "Room", 4, "neu")).expect(200);
    ADMIN.put(path, draft("Turm", "Room", 5, "neu")).expect(200);
  }

  @Test
  void isChangedByOneOfManyWhoReadTheSameVersion() {
    Answer read = ADMIN.post(PATH, draft("Turm", "Room", 2, "alt")).expect(201);
    List<Integer> statuses =
        Together.run(
            5,
            () ->
                ADMIN
                    .ifMatch(read.etag())
                    .put(PATH + "/" + read.id(), draft("Turm", "Room", 3, "neu"))
                    .status());
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void keepsItsBookingsWhenItIsDeactivatedAndTakesNoNewOnes() {
    UUID place = GARDEN.place("Laube", 4);
    Stay stay = Stay.in(place, 3, 2, 2);
    Answer booked = GARDEN.book(ANNA, stay);
    ADMIN.delete(PATH + "/" + place).expect(204);
    ADMIN.delete(PATH + "/" + place).expect(204);

    assertThat(ANNA.api().get("/api/bookings/" + booked.id()).expect(200).body())
        .isEqualTo(booked.body());
    Answer refused = ANNA.api().post("/api/bookings", stay.later(10)).expect(400);
    assertThat(refused.errors("bookingItems").path(0).asText()).contains("Laube");
    ANNA.api().put("/api/bookings/" + booked.id(), stay.later(1)).expect(200);
    GARDEN.accept(booked.id());

    assertThat(ids(ANNA.api().get(PATH))).doesNotContain(place.toString());
    assertThat(ids(ANNA.api().get(PATH + "?includeInactive=false")))
        .doesNotContain(place.toString());
    assertThat(ids(ANNA.api().get(PATH + "?includeInactive=true"))).contains(place.toString());
    assertThat(ANNA.api().get(PATH + "/" + place).expect(200).body().path("isActive").asBoolean())
        .isFalse();
    assertThat(
            ANNA.api()
                .get("/api/bookings/availability?startDate=2027-01-01&endDate=2027-01-02")
                .text())
        .doesNotContain(place.toString());

    Map<String, Object> again = new TreeMap<>(draft("Laube", "Room", 4, "x"));
    assertThat(ADMIN.put(PATH + "/" + place, again).expect(200).body().path("isActive").asBoolean())
        .isFalse();
    again.put("isActive", true);
    ADMIN.put(PATH + "/" + place, again).expect(200);
    GARDEN.book(ANNA, stay.later(10));
  }

  private static List<String> ids(Answer list) {
    return list.expect(200).body().findValuesAsText("id");
  }

  @Test
  void keepsRoomForThoseWhoBooked() {
    UUID place = GARDEN.place("Laube", 5);
    Stay stay = Stay.in(place, 3, 2, 2);
    GARDEN.book(ANNA, stay);
    UUID second = GARDEN.book(ANNA, Stay.in(place, 4, 3, 2)).id();
    GARDEN.letPass(accepted(Stay.in(place, 20, 1, 5)), 10);
    Answer refused = ADMIN.put(PATH + "/" + place, draft("Laube", "Room", 3, "x")).expect(409);
    assertThat(refused.body().path("nights"))
        .extracting(JsonNode::asText)
        .containsExactly(stay.startDate().plusDays(1).toString());
    assertThat(refused.errors("maxCapacity")).hasSize(1);
    assertThat(ADMIN.get(PATH + "/" + place).body().path("maxCapacity").asInt()).isEqualTo(5);

    ADMIN.put(PATH + "/" + place, draft("Laube", "Room", 4, "x")).expect(200);
    ANNA.api().post("/api/bookings/" + second + "/cancel").expect(204);
    ADMIN.put(PATH + "/" + place, draft("Laube", "Room", 2, "x")).expect(200);
  }

  private static UUID accepted(Stay stay) {
    UUID booking = GARDEN.book(ANNA, stay).id();
    GARDEN.accept(booking);
    return booking;
  }

  @Test
  void takesNoFieldThatTheDocumentDoesNotDescribe() {
    Map<String, Object> draft = new TreeMap<>(draft("Turm", "Room", 2, "x"));
    draft.put("isActive", false);
    // As the document says: a new accommodation is active, and an undocumented field is a 400.
    ADMIN.post(PATH, draft).expect(400);
  }

  @Test
  void knowsNothingByARandomId() {
    String path = PATH + "/" + UUID.randomUUID();
    ANNA.api().get(path).expect(404);
    ADMIN.put(path, draft("Turm", "Room", 2, "x")).expect(404);
    ADMIN.delete(path).expect(404);
  }

  private static Map<String, Object> draft(
      String name, String type, int capacity, String description) {
    return Map.of("name", name, "type", type, "maxCapacity", capacity, "description", description);
  }
}
