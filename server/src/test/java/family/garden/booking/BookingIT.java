package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BookingIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();
  private static final Person ANNA = GARDEN.member("Anna");

  @Test
  void holdsTheBedsUntilAnAdministratorDecides() {
    UUID tower = GARDEN.place("Turm", 2);
    UUID attic = GARDEN.place("Boden", 4);
    Stay stay = Stay.in(tower, 3, 2, 2).and(attic, 1).noting("Wir kommen spät. 🚂");
    Answer booked = GARDEN.book(ANNA, stay);
    assertThat(booked.header("Location")).endsWith("/api/bookings/" + booked.id());
    JsonNode body = booked.body();
    assertThat(body.path("memberId").asText()).isEqualTo(ANNA.id().toString());
    assertThat(body.path("memberName").asText()).isEqualTo("Anna Grün");
    assertThat(body.path("startDate").asText()).isEqualTo(stay.startDate().toString());
    assertThat(body.path("endDate").asText()).isEqualTo(stay.endDate().toString());
    assertThat(body.path("nights").asInt()).isEqualTo(2);
    assertThat(body.path("totalPersons").asInt()).isEqualTo(3);
    assertThat(body.path("notes").asText()).isEqualTo("Wir kommen spät. 🚂");
    assertThat(body.path("status").asText()).isEqualTo("Pending");
    assertThat(body.path("bookingItems"))
        .extracting(item -> item.path("sleepingAccommodationName").asText())
        .containsExactlyInAnyOrder("Turm", "Boden");
    Answer read = ANNA.api().get("/api/bookings/" + booked.id()).expect(200);
    assertThat(read.body()).isEqualTo(body);
    assertThat(read.etag()).isEqualTo(booked.etag());
    ANNA.api().post("/api/bookings", Stay.in(tower, 3, 1, 1)).expect(409);
  }

  @Test
  void bookedTonightAndForThirtyNights() {
    GARDEN.book(ANNA, Stay.in(GARDEN.place("Turm", 20), 0, 30, 20));
  }

  @Test
  void mergesAPlaceThatIsNamedTwice() {
    UUID place = GARDEN.place("Turm", 25);
    Answer booked = GARDEN.book(ANNA, Stay.in(place, 3, 1, 2).and(place, 3));
    assertThat(booked.body().path("bookingItems")).hasSize(1);
    assertThat(booked.body().at("/bookingItems/0/personCount").asInt()).isEqualTo(5);
    ANNA.api().post("/api/bookings", Stay.in(place, 9, 1, 11).and(place, 10)).expect(400);
    UUID small = GARDEN.place("Zelt", 3);
    ANNA.api().post("/api/bookings", Stay.in(small, 3, 1, 2).and(small, 2)).expect(409);
  }

  @Test
  void namesTheNightsThatAreFull() {
    UUID place = GARDEN.place("Turm", 3);
    GARDEN.book(ANNA, Stay.in(place, 4, 2, 2));
    Stay refusedStay = Stay.in(place, 3, 4, 2);
    Answer refused = ANNA.api().post("/api/bookings", refusedStay).expect(409);
    LocalDate first = refusedStay.startDate();
    assertThat(refused.body().path("nights"))
        .extracting(JsonNode::asText)
        .containsExactly(first.plusDays(1).toString(), first.plusDays(2).toString());
    assertThat(refused.errors("Availability").path(0).asText()).contains("Turm");
    GARDEN.book(ANNA, Stay.in(place, 3, 4, 1));
    GARDEN.book(ANNA, Stay.in(place, 6, 1, 2));
  }

  @Test
  void booksAllPlacesOrNone() {
    UUID free = GARDEN.place("Turm", 2);
    UUID full = GARDEN.place("Boden", 1);
    GARDEN.book(ANNA, Stay.in(full, 3, 1, 1));
    ANNA.api().post("/api/bookings", Stay.in(free, 3, 1, 2).and(full, 1)).expect(409);
    GARDEN.book(ANNA, Stay.in(free, 3, 1, 2));
  }

  @Test
  void givesTheBedsBackWhenItEndsEarly() {
    UUID place = GARDEN.place("Turm", 2);
    Stay stay = Stay.in(place, 3, 2, 2);
    String rejected = "/api/bookings/" + GARDEN.book(ANNA, stay).id();
    ADMIN.ifMatch("*").post(rejected + "/reject", Map.of("reason", "Gartenfest")).expect(204);
    String cancelled = "/api/bookings/" + GARDEN.book(ANNA, stay).id();
    ANNA.api().post(cancelled + "/cancel").expect(204);
    String accepted = "/api/bookings/" + GARDEN.book(ANNA, stay).id();
    ADMIN.ifMatch("*").post(accepted + "/accept").expect(204);
    ANNA.api().post("/api/bookings", stay).expect(409);
    ADMIN.post(accepted + "/cancel", "{}").expect(204);
    GARDEN.book(ANNA, stay);
  }

  @Test
  void showsItsHistory() {
    UUID place = GARDEN.place("Turm", 4);
    Stay stay = Stay.in(place, 3, 2, 2);
    String path = "/api/bookings/" + GARDEN.book(ANNA, stay).id();
    ANNA.api().put(path, stay.later(1).noting("ein Tag später")).expect(200);
    ADMIN.ifMatch("*").post(path + "/accept").expect(204);
    ANNA.api().put(path, stay.later(1).and(place, 1)).expect(200);
    ADMIN.ifMatch("*").post(path + "/reject", Map.of("reason", "Zu <viele>")).expect(204);

    JsonNode history = ANNA.api().get(path + "/history").expect(200).body();
    assertThat(ADMIN.get(path + "/history").body()).isEqualTo(history);
    assertThat(history)
        .extracting(
            event -> event.path("kind").asText() + " by " + event.path("actorName").asText())
        .containsExactly(
            "Created by Anna Grün",
            "Changed by Anna Grün",
            "Accepted by Admin Admin",
            "Changed by Anna Grün",
            "Rejected by Admin Admin");
    assertThat(history.findValuesAsText("at")).isSorted();
    assertThat(history.at("/1/changes").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("startDate", "endDate", "notes");
    assertThat(history.at("/1/changes/startDate/from").asText())
        .isEqualTo(stay.startDate().toString());
    assertThat(history.at("/1/changes/startDate/to").asText())
        .isEqualTo(stay.startDate().plusDays(1).toString());
    assertThat(history.at("/3/changes").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("notes", "bookingItems");
    assertThat(history.at("/4/reason").asText()).isEqualTo("Zu <viele>");
  }

  @Test
  void isRejectedWithOrWithoutAReasonOfFewWords() {
    Stay stay = Stay.in(GARDEN.place("Turm", 4), 3, 2, 2);
    String path = "/api/bookings/" + GARDEN.book(ANNA, stay).id() + "/reject";
    Api decided = ADMIN.ifMatch("*");
    assertThat(decided.post(path, Map.of("reason", "x".repeat(501))).expect(400).errors("reason"))
        .hasSize(1);
    decided.post(path, "{}").expect(204);
  }

  @Test
  void isRejectedWithoutABody() {
    Stay stay = Stay.in(GARDEN.place("Turm", 4), 3, 2, 2);
    ADMIN
        .ifMatch("*")
        .post("/api/bookings/" + GARDEN.book(ANNA, stay).id() + "/reject")
        .expect(204);
  }

  @Test
  void knowsNothingByARandomId() {
    String path = "/api/bookings/" + UUID.randomUUID();
    Stay stay = Stay.in(GARDEN.place("Turm", 4), 3, 2, 2);
    for (Api api : List.of(ANNA.api(), ADMIN)) {
      api.get(path).expect(404);
      api.get(path + "/history").expect(404);
      api.put(path, stay).expect(404);
      api.post(path + "/cancel").expect(404);
    }
    ADMIN.ifMatch("*").post(path + "/accept").expect(404);
    ADMIN.ifMatch("*").post(path + "/reject", "{}").expect(404);
  }
}
