package family.garden.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to freed beds that a member waits for. */
class OfferIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Line LINE = new Line(GARDEN);
  private static final Person OLGA = GARDEN.member("Olga");
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person BO = GARDEN.member("Bo");
  private static final Api ADMIN = GARDEN.administrator().api();

  /** Nobody may wait for more than ten wishes. */
  @BeforeEach
  void emptyTheLine() {
    GARDEN.sql().run("DELETE FROM waiting");
  }

  @Test
  void holdsWhatWasCancelledForTheFirstInLine() {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 30, 3, 2);
    UUID booking = GARDEN.book(OLGA, stay).id();
    UUID first = LINE.join(ANNA, stay);
    UUID second = LINE.join(BO, stay);
    Instant before = Instant.now().minusSeconds(1);
    OLGA.api().post("/api/bookings/" + booking + "/cancel").expect(204);

    JsonNode offered = Line.entry(ANNA.api(), first);
    assertThat(offered.path("status").asText()).isEqualTo("Offered");
    assertThat(offered.path("position").asInt()).isEqualTo(1);
    assertThat(Instant.parse(offered.path("offeredUntil").asText()))
        .isBetween(before.plus(Duration.ofHours(24)), Instant.now().plus(Duration.ofHours(24)));
    assertThat(Line.status(BO, second)).isEqualTo("Waiting");
    assertThat(Line.free(ANNA.api(), stay)).isEqualTo(2);
    assertThat(Line.free(BO.api(), stay)).isZero();
    Answer full = BO.api().post("/api/bookings", stay).expect(409);
    assertThat(full.body().path("nights")).hasSize(3);
    assertThat(verdict(BO, stay)).isFalse();
    assertThat(verdict(ANNA, stay)).isTrue();
    Line.accept(BO.api(), second).expect(409);
  }

  private static boolean verdict(Person person, Stay stay) {
    return person
        .api()
        .post("/api/bookings/validate", stay)
        .expect(200)
        .body()
        .path("isValid")
        .asBoolean();
  }

  @Test
  void becomesABookingAtOneWord() {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 30, 3, 2).noting("bitte das Bett am Fenster");
    UUID booking = GARDEN.book(OLGA, stay).id();
    UUID id = LINE.join(ANNA, stay);
    LINE.cancel(booking);
    Answer accepted = Line.accept(ANNA.api(), id).expect(201);
    assertThat(accepted.body().path("status").asText()).isEqualTo("Pending");
    assertThat(accepted.body().path("notes").asText()).isEqualTo("bitte das Bett am Fenster");
    assertThat(accepted.body().path("memberId").asText()).isEqualTo(ANNA.id().toString());
    String location = accepted.header("Location");
    assertThat(location).endsWith("/api/bookings/" + accepted.id());
    Answer made = ANNA.api().get("/api/bookings/" + accepted.id()).expect(200);
    assertThat(made.body()).isEqualTo(accepted.body());
    assertThat(made.etag()).isEqualTo(accepted.etag());
    JsonNode history = ANNA.api().get("/api/bookings/" + accepted.id() + "/history").body();
    assertThat(history).hasSize(1);
    assertThat(history.at("/0/kind").asText()).isEqualTo("Created");
    assertThat(history.at("/0/actorName").asText()).isEqualTo("Anna Grün");
    assertThat(Line.status(ANNA, id)).isEmpty();
    assertThat(Line.free(ANNA.api(), stay)).isZero();
    assertThat(Line.accept(ANNA.api(), id).expect(201).body()).isEqualTo(accepted.body());
    ANNA.api().delete("/api/waiting/" + id).expect(404);
  }

  @Test
  void comesWithWhateverFreesBeds() {
    UUID place = GARDEN.place("Turm", 1);
    Stay stay = Stay.in(place, 30, 2, 1);
    UUID booking = GARDEN.book(OLGA, stay).id();
    UUID afterEdit = LINE.join(ANNA, stay);
    OLGA.api().put("/api/bookings/" + booking, stay.later(5)).expect(200);
    assertThat(Line.status(ANNA, afterEdit)).isEqualTo("Offered");

    UUID afterRejection = LINE.join(ANNA, stay.later(5));
    ADMIN.ifMatch("*").post("/api/bookings/" + booking + "/reject", "{}").expect(204);
    assertThat(Line.status(ANNA, afterRejection)).isEqualTo("Offered");

    UUID afterEnlargement = LINE.join(BO, stay);
    setPlace(place, 2, true);
    assertThat(Line.status(BO, afterEnlargement)).isEqualTo("Offered");

    UUID afterReopening = LINE.join(OLGA, Stay.in(place, 30, 1, 1));
    ADMIN.delete("/api/sleeping-accommodations/" + place).expect(204);
    ANNA.api().delete("/api/waiting/" + afterEdit).expect(204);
    assertThat(Line.status(OLGA, afterReopening)).isEqualTo("Waiting");
    setPlace(place, 2, true);
    assertThat(Line.status(OLGA, afterReopening)).isEqualTo("Offered");
  }

  private static void setPlace(UUID place, int capacity, boolean active) {
    ADMIN
        .put(
            "/api/sleeping-accommodations/" + place,
            Map.of("name", "Turm", "type", "Room", "maxCapacity", capacity, "isActive", active))
        .expect(200);
  }

  @Test
  void goesToTheFirstWhoseWholeWishFits() {
    UUID room = GARDEN.place("Turm", 2);
    UUID tent = GARDEN.place("Zelt", 1);
    Stay two = Stay.in(room, 30, 2, 2);
    UUID inRoom = GARDEN.book(OLGA, two).id();
    UUID inTent = GARDEN.book(OLGA, Stay.in(tent, 31, 1, 1)).id();
    UUID both = LINE.join(ANNA, two.and(tent, 1));
    UUID roomOnly = LINE.join(BO, Stay.in(room, 30, 1, 1));
    LINE.cancel(inRoom);
    assertThat(Line.status(ANNA, both)).isEqualTo("Waiting");
    assertThat(Line.status(BO, roomOnly)).isEqualTo("Offered");
    LINE.cancel(inTent);
    assertThat(Line.status(ANNA, both)).isEqualTo("Waiting");
    BO.api().delete("/api/waiting/" + roomOnly).expect(204);
    assertThat(Line.status(ANNA, both)).isEqualTo("Offered");
    assertThat(Line.free(OLGA.api(), two)).isZero();
    assertThat(Line.free(OLGA.api(), Stay.in(tent, 30, 1, 1))).isZero();
  }

  @Test
  void goesToSeveralWhereThereIsRoom() {
    Stay two = Stay.in(GARDEN.place("Turm", 2), 30, 2, 2);
    UUID booking = GARDEN.book(OLGA, two).id();
    Stay one = Stay.in(two.bookingItems().getFirst().sleepingAccommodationId(), 30, 2, 1);
    Person third = GARDEN.member("Cy");
    UUID a = LINE.join(ANNA, one);
    UUID b = LINE.join(BO, one);
    UUID c = LINE.join(third, one);
    LINE.cancel(booking);
    assertThat(Line.status(ANNA, a)).isEqualTo("Offered");
    assertThat(Line.status(BO, b)).isEqualTo("Offered");
    assertThat(Line.status(third, c)).isEqualTo("Waiting");
    Line.accept(BO.api(), b).expect(201);
    Line.accept(ANNA.api(), a).expect(201);
    assertThat(Line.status(third, c)).isEqualTo("Waiting");
  }

  @Test
  void lapsesAndGoesToTheNext() {
    Stay stay = Stay.in(GARDEN.place("Turm", 1), 30, 2, 1);
    UUID booking = GARDEN.book(OLGA, stay).id();
    UUID first = LINE.join(ANNA, stay);
    UUID second = LINE.join(BO, stay);
    LINE.cancel(booking);
    LINE.letLapse(first);
    JsonNode lapsed = Line.entry(ANNA.api(), first);
    assertThat(lapsed.path("status").asText()).isEqualTo("Lapsed");
    assertThat(lapsed.has("position")).isFalse();
    Answer late = Line.accept(ANNA.api(), first).expect(409);
    assertThat(late.body().path("detail").asText()).contains("abgelaufen");
    await().until(() -> Line.status(BO, second).equals("Offered"));
    assertThat(Line.status(ANNA, first)).isEqualTo("Lapsed");
    assertThat(Line.free(ANNA.api(), stay)).isZero();
    UUID again = LINE.join(ANNA, stay);
    Line.accept(BO.api(), second).expect(201);
    assertThat(Line.status(ANNA, again)).isEqualTo("Waiting");
    ANNA.api().delete("/api/waiting/" + first).expect(204);
  }

  @Test
  void blocksNobodyOnceItHasLapsedHoweverLateThatIsNoticed() {
    Stay stay = Stay.in(GARDEN.place("Turm", 1), 30, 2, 1);
    UUID booking = GARDEN.book(OLGA, stay).id();
    UUID id = LINE.join(ANNA, stay);
    LINE.cancel(booking);
    // Notified already: no round will find it, so that only the time itself can free the beds.
    GARDEN
        .sql()
        .run(
            """
            UPDATE waiting SET lapse_notified = true, held_until = now() + interval '3 seconds'
            WHERE id = ?
            """,
            id);
    assertThat(Line.free(BO.api(), stay)).as("while it is held").isZero();
    assertThat(timelineFree(BO.api(), stay)).isZero();
    await().until(() -> Line.free(BO.api(), stay) == 1);
    assertThat(timelineFree(BO.api(), stay)).isOne();
    assertThat(Line.status(ANNA, id)).isEqualTo("Lapsed");
    GARDEN.book(BO, stay);
  }

  private static int timelineFree(Api person, Stay stay) {
    String path = "/api/timeline?from=%s&to=%s".formatted(stay.startDate(), stay.endDate());
    for (JsonNode row : person.get(path).expect(200).body().path("accommodations")) {
      if (row.path("id")
          .asText()
          .equals(stay.bookingItems().getFirst().sleepingAccommodationId().toString())) {
        return row.path("free").path(0).asInt();
      }
    }
    throw new AssertionError("The timeline does not name the place");
  }

  @Test
  void showsInTheTimelineAsTakenByNobody() {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 30, 2, 1);
    Stay whole = Stay.in(stay.bookingItems().getFirst().sleepingAccommodationId(), 30, 2, 2);
    UUID booking = GARDEN.book(OLGA, whole).id();
    LINE.join(ANNA, stay);
    LINE.cancel(booking);
    assertThat(timelineFree(BO.api(), stay)).isOne();
    assertThat(timelineFree(ANNA.api(), stay)).isEqualTo(2);
    String path = "/api/timeline?from=%s&to=%s".formatted(stay.startDate(), stay.endDate());
    for (JsonNode row : BO.api().get(path).expect(200).body().path("accommodations")) {
      for (JsonNode shown : row.path("stays")) {
        assertThat(shown.path("status").asText()).isIn("Pending", "Accepted");
      }
    }
  }

  @Test
  void isNeverHeldBeyondTheBeginningOfTheDayOfArrival() {
    Stay stay = Stay.in(GARDEN.place("Turm", 1), 1, 2, 1);
    UUID booking = GARDEN.book(OLGA, stay).id();
    UUID id = LINE.join(ANNA, stay);
    LINE.cancel(booking);
    assertThat(Instant.parse(Line.entry(ANNA.api(), id).path("offeredUntil").asText()))
        .isEqualTo(stay.startDate().atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant());
  }

  @Test
  void isUsedUpWhenItsBedsAreBookedInTheOrdinaryWay() {
    Stay two = Stay.in(GARDEN.place("Turm", 2), 30, 2, 2);
    UUID place = two.bookingItems().getFirst().sleepingAccommodationId();
    Stay one = Stay.in(place, 30, 2, 1);
    UUID booking = GARDEN.book(OLGA, two).id();
    UUID annas = LINE.join(ANNA, one);
    UUID bos = LINE.join(BO, one);
    LINE.cancel(booking);
    UUID booked = GARDEN.book(ANNA, one).id();
    assertThat(Line.status(ANNA, annas)).isEmpty();
    assertThat(Line.accept(ANNA.api(), annas).expect(201).id()).isEqualTo(booked);
    Line.accept(BO.api(), bos).expect(201);
    assertThat(Line.free(OLGA.api(), one)).isZero();
  }

  @Test
  void staysWhenThereWereOtherBedsToBook() {
    Stay three = Stay.in(GARDEN.place("Turm", 3), 30, 2, 3);
    Stay one = Stay.in(three.bookingItems().getFirst().sleepingAccommodationId(), 30, 2, 1);
    UUID booking = GARDEN.book(OLGA, three).id();
    UUID annas = LINE.join(ANNA, one);
    LINE.cancel(booking);
    GARDEN.book(ANNA, one);
    assertThat(Line.status(ANNA, annas)).isEqualTo("Offered");
    assertThat(Line.free(BO.api(), one)).isOne();
  }

  @Test
  void keepsTheCapacityFromBeingLowered() {
    UUID place = GARDEN.place("Turm", 2);
    UUID booking = GARDEN.book(OLGA, Stay.in(place, 30, 2, 2)).id();
    UUID id = LINE.join(ANNA, Stay.in(place, 30, 2, 2));
    LINE.cancel(booking);
    Map<String, Object> smaller = Map.of("name", "Turm", "type", "Room", "maxCapacity", 1);
    ADMIN.put("/api/sleeping-accommodations/" + place, smaller).expect(409);
    ANNA.api().delete("/api/waiting/" + id).expect(204);
    ADMIN.put("/api/sleeping-accommodations/" + place, smaller).expect(200);
  }

  @Test
  void cannotBeAcceptedWhereNothingIsBookedAnyMore() {
    UUID place = GARDEN.place("Turm", 1);
    UUID booking = GARDEN.book(OLGA, Stay.in(place, 30, 2, 1)).id();
    UUID id = LINE.join(ANNA, Stay.in(place, 30, 2, 1));
    LINE.cancel(booking);
    ADMIN.delete("/api/sleeping-accommodations/" + place).expect(204);
    Answer refused = Line.accept(ANNA.api(), id).expect(409);
    assertThat(refused.body().path("detail").asText()).contains("Turm");
  }

  @Test
  void goesOnWhenAPersonGoes() {
    Stay stay = Stay.in(GARDEN.place("Turm", 1), 30, 2, 1);
    UUID booking = GARDEN.book(OLGA, stay).id();
    Person leaving = GARDEN.member("Leo");
    Person revoked = GARDEN.member("Rita");
    UUID first = LINE.join(leaving, stay);
    UUID second = LINE.join(revoked, stay);
    UUID third = LINE.join(ANNA, stay);
    LINE.cancel(booking);
    assertThat(Line.status(leaving, first)).isEqualTo("Offered");
    leaving.api().delete("/api/me", Map.of("password", leaving.password())).expect(204);
    assertThat(Line.status(revoked, second)).isEqualTo("Offered");
    ADMIN.post("/api/admin/users/" + revoked.id() + "/revoke").expect(204);
    assertThat(Line.status(ANNA, third)).isEqualTo("Offered");
    assertThat(Line.free(ANNA.api(), stay)).isOne();
  }

  @Test
  void isMadeLateWhereNobodyAskedAtOnce() {
    Stay stay = Stay.in(GARDEN.place("Turm", 1), 30, 2, 1);
    UUID booking = GARDEN.book(OLGA, stay).id();
    UUID id = LINE.join(ANNA, stay);
    GARDEN.sql().run("UPDATE booking SET status = 'Cancelled' WHERE id = ?", booking);
    assertThat(Line.status(ANNA, id)).isEqualTo("Waiting");
    await().atMost(Duration.ofMinutes(3)).until(() -> Line.status(ANNA, id).equals("Offered"));
  }

  @Test
  void isTheSameOnEveryServer() {
    try (GardenServer other = GARDEN.anotherServer(launch -> launch)) {
      Stay stay = Stay.in(GARDEN.place("Turm", 1), 30, 2, 1);
      UUID booking = GARDEN.book(OLGA, stay).id();
      UUID id = LINE.join(ANNA, stay);
      assertThat(Line.free(other.api().as(BO.token()), stay)).isZero();
      LINE.cancel(booking);
      assertThat(Line.free(other.api().as(BO.token()), stay)).isZero();
      assertThat(Line.free(other.api().as(ANNA.token()), stay)).isOne();
      Line.accept(other.api().as(ANNA.token()), id).expect(201);
      assertThat(Line.free(ANNA.api(), stay)).isZero();
    }
  }
}
