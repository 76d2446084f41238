package family.garden.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final GardenServer OTHER = GARDEN.anotherServer(launch -> launch);
  private static final Person ANNA = GARDEN.member("Anna");

  @Test
  void countsEachNightForItself() {
    UUID place = GARDEN.place("Turm", 4);
    GARDEN.book(ANNA, Stay.in(place, 3, 2, 3));
    GARDEN.book(ANNA, Stay.in(place, 5, 2, 3));
    assertThat(free(place, 2, 6)).containsExactly(4, 1, 1, 1, 1, 4);
    assertThat(least(place, 2, 6)).isEqualTo(1);
    assertThat(least(place, 2, 1)).isEqualTo(4);
    GARDEN.book(ANNA, Stay.in(place, 3, 4, 1));
    assertThat(free(place, 2, 6)).containsExactly(4, 0, 0, 0, 0, 4);
  }

  @Test
  void forgetsWhatWasCancelledOrRejectedAndKeepsWhatWasAccepted() {
    UUID place = GARDEN.place("Turm", 4);
    UUID cancelled = GARDEN.book(ANNA, Stay.in(place, 3, 1, 1)).id();
    UUID rejected = GARDEN.book(ANNA, Stay.in(place, 3, 1, 1)).id();
    UUID accepted = GARDEN.book(ANNA, Stay.in(place, 3, 1, 1)).id();
    assertThat(free(place, 3, 1)).containsExactly(1);
    ANNA.api().post("/api/bookings/" + cancelled + "/cancel").expect(204);
    assertThat(free(place, 3, 1)).containsExactly(2);
    GARDEN
        .administrator()
        .api()
        .ifMatch("*")
        .post("/api/bookings/" + rejected + "/reject", "{}")
        .expect(204);
    assertThat(free(place, 3, 1)).containsExactly(3);
    GARDEN.accept(accepted);
    assertThat(free(place, 3, 1)).containsExactly(3);
  }

  @Test
  void isNeverOlderThanTheLastChangeOnAnyServer() {
    UUID place = GARDEN.place("Turm", 9);
    Api elsewhere = OTHER.api().as(ANNA.token());
    Stay stay = Stay.in(place, 3, 1, 1);
    for (int taken = 1; taken <= 5; taken++) {
      UUID booking = GARDEN.book(ANNA, stay).id();
      assertThat(free(elsewhere, place, 3, 1, "")).containsExactly(9 - taken);
      elsewhere.put("/api/bookings/" + booking, stay.later(7)).expect(200);
      assertThat(free(place, 3, 1)).containsExactly(10 - taken);
      elsewhere.put("/api/bookings/" + booking, stay).expect(200);
      assertThat(free(place, 3, 1)).containsExactly(9 - taken);
    }
    GARDEN
        .administrator()
        .api()
        .put(
            "/api/sleeping-accommodations/" + place,
            Map.of("name", "Turm", "type", "Room", "maxCapacity", 20))
        .expect(200);
    assertThat(free(elsewhere, place, 3, 1, "")).containsExactly(15);
  }

  @Test
  void leavesOneBookingOut() {
    UUID place = GARDEN.place("Turm", 4);
    UUID mine = GARDEN.book(ANNA, Stay.in(place, 3, 2, 3)).id();
    GARDEN.book(ANNA, Stay.in(place, 4, 2, 1));
    assertThat(free(ANNA.api(), place, 3, 3, "&excludeBookingId=" + mine)).containsExactly(4, 3, 3);
    assertThat(free(place, 3, 3)).containsExactly(1, 0, 3);
  }

  @Test
  void countsALongStayThatBeganLongBefore() {
    UUID place = GARDEN.place("Turm", 4);
    GARDEN.book(ANNA, Stay.in(place, 3, 30, 4));
    assertThat(free(place, 32, 2)).containsExactly(0, 4);
  }

  @Test
  void isReadByThoseWhoWait() {
    UUID place = GARDEN.place("Turm", 4);
    assertThat(free(GARDEN.pending("Paula").api(), place, 3, 1, "")).containsExactly(4);
  }

  @ParameterizedTest
  @CsvSource({
    "endDate, 2027-03-01, 2027-03-01",
    "endDate, 2027-03-01, 2027-02-28",
    "endDate, 2027-03-01, 2028-04-05",
    "startDate, '', 2027-03-01",
    "endDate, 2027-03-01, ''",
    "startDate, 2027-02-29, 2027-03-01",
    "startDate, 1.3.2027, 2027-03-02"
  })
  void namesTheDateThatIsWrong(String field, String start, String end) {
    String path = "/api/bookings/availability?startDate=" + start + "&endDate=" + end;
    assertThat(ANNA.api().get(path).expect(400).errors(field)).hasSize(1);
    String timeline = "/api/timeline?from=" + start + "&to=" + end;
    assertThat(ANNA.api().get(timeline).expect(400).errors(field.equals("endDate") ? "to" : "from"))
        .hasSize(1);
  }

  @Test
  void looksAtFourHundredNights() {
    UUID place = GARDEN.place("Turm", 4);
    assertThat(free(place, 0, 400)).hasSize(400).containsOnly(4);
  }

  private static List<Integer> free(UUID place, int ahead, int nights) {
    return free(ANNA.api(), place, ahead, nights, "");
  }

  private static List<Integer> free(Api api, UUID place, int ahead, int nights, String more) {
    List<Integer> free = new ArrayList<>();
    LocalDate date = GardenServer.today().plusDays(ahead);
    for (JsonNode night : beds(api, place, ahead, nights, more).path("nights")) {
      assertThat(night.path("date").asText()).isEqualTo(date.toString());
      free.add(night.path("free").asInt());
      date = date.plusDays(1);
    }
    return free;
  }

  private static int least(UUID place, int ahead, int nights) {
    return beds(ANNA.api(), place, ahead, nights, "").path("availableCapacity").asInt();
  }

  private static JsonNode beds(Api api, UUID place, int ahead, int nights, String more) {
    LocalDate start = GardenServer.today().plusDays(ahead);
    String path =
        "/api/bookings/availability?startDate="
            + start
            + "&endDate="
            + start.plusDays(nights)
            + more;
    for (JsonNode one : api.get(path).expect(200).body().path("accommodations")) {
      if (one.path("id").asText().equals(place.toString())) {
        return one;
      }
    }
    throw new AssertionError("not there: " + place);
  }
}
