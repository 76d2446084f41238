package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator decides about the version that the administrator has read, and no other. */
class DecisionIT {
  private static final int RACES = 25;

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();
  private static final Person ANNA = GARDEN.member("Anna");

  private final UUID place = GARDEN.place("Turm", 9);
  private final Stay stay = Stay.in(place, 3, 2, 2);

  @ParameterizedTest
  @ValueSource(strings = {"accept", "reject"})
  void isMadeOnlyAboutTheVersionThatWasRead(String decision) {
    Answer read = GARDEN.book(ANNA, stay);
    String path = "/api/bookings/" + read.id();
    ADMIN.post(path + "/" + decision).expect(428);
    ADMIN.ifMatch("").post(path + "/" + decision).expect(412);
    Answer changed = ANNA.api().put(path, stay.and(place, 5)).expect(200);
    ADMIN.ifMatch(read.etag()).post(path + "/" + decision).expect(412);
    assertThat(ADMIN.get(path).body()).isEqualTo(changed.body());
    ADMIN.ifMatch("W/" + changed.etag()).post(path + "/" + decision).expect(204);
    ADMIN.ifMatch(changed.etag()).post(path + "/" + decision).expect(412);
    ADMIN.ifMatch("*").post(path + "/" + decision).expect(409);
  }

  /** A list of bookings has versions, not tags. */
  @Test
  void takesTheVersionOfTheListInQuotes() {
    Answer booked = GARDEN.book(ANNA, stay);
    int version = ADMIN.get("/api/bookings/" + booked.id()).body().path("version").asInt();
    ADMIN
        .ifMatch("\"" + version + "\"")
        .post("/api/bookings/" + booked.id() + "/accept")
        .expect(204);
  }

  @Test
  void neverAcceptsWhatAMemberChangesAtTheSameMoment() {
    for (int race = 0; race < RACES; race++) {
      Answer read = GARDEN.book(ANNA, stay.later(race % 9 * 2));
      String path = "/api/bookings/" + read.id();
      Stay other = stay.later(race % 9 * 2).and(place, 1);
      List<Integer> statuses =
          Together.run(
              List.of(
                  () -> ANNA.api().ifMatch(read.etag()).put(path, other).status(),
                  () -> ADMIN.ifMatch(read.etag()).post(path + "/accept").status()));
      assertThat(statuses).as("race %d", race).isIn(List.of(200, 412), List.of(412, 204));
      assertThat(ADMIN.get(path).body().path("status").asText())
          .isEqualTo(statuses.getFirst() == 200 ? "Pending" : "Accepted");
      ANNA.api().post(path + "/cancel").expect(204);
    }
  }
}
