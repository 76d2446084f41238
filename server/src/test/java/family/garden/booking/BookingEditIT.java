package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
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

class BookingEditIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();
  private static final Person ANNA = GARDEN.member("Anna");

  @Test
  void leavesItsOwnBedsOutOfTheCheck() {
    UUID place = GARDEN.place("Turm", 2);
    Stay stay = Stay.in(place, 3, 3, 2);
    String path = path(GARDEN.book(ANNA, stay));
    ANNA.api().put(path, stay.later(1)).expect(200);
    GARDEN.book(ANNA, Stay.in(place, 3, 1, 2));
    assertThat(ANNA.api().put(path, stay).expect(409).body().path("nights")).hasSize(1);
    ANNA.api().put(path, stay.later(1).and(place, 1)).expect(409);
  }

  @Test
  void freesTheBedsItNoLongerNeeds() {
    UUID tower = GARDEN.place("Turm", 2);
    UUID attic = GARDEN.place("Boden", 2);
    String path = path(GARDEN.book(ANNA, Stay.in(tower, 3, 2, 2)));
    ANNA.api().put(path, Stay.in(attic, 3, 2, 2)).expect(200);
    GARDEN.book(ANNA, Stay.in(tower, 3, 2, 2));
    ANNA.api().post("/api/bookings", Stay.in(attic, 3, 2, 1)).expect(409);
  }

  @Test
  void asksAgainForOtherPersonsPlacesOrNights() {
    UUID place = GARDEN.place("Turm", 9);
    Stay stay = Stay.in(place, 3, 2, 2);
    for (Stay other :
        List.of(
            Stay.in(place, 3, 2, 1),
            Stay.in(place, 3, 1, 2),
            Stay.in(place, 4, 1, 2),
            Stay.in(GARDEN.place("Boden", 2), 3, 2, 2))) {
      Answer booked = GARDEN.book(ANNA, stay);
      GARDEN.accept(booked.id());
      assertThat(status(ANNA.api().put(path(booked), other).expect(200))).isEqualTo("Pending");
      ANNA.api().post(path(booked) + "/cancel").expect(204);
    }
  }

  @Test
  void staysAcceptedWhenOnlyTheNotesDifferOrTheSameBedsAreWrittenOtherwise() {
    UUID place = GARDEN.place("Turm", 9);
    Stay stay = Stay.in(place, 3, 2, 3);
    Answer booked = GARDEN.book(ANNA, stay.noting("alt"));
    GARDEN.accept(booked.id());
    assertThat(status(ANNA.api().put(path(booked), stay.noting("neu")).expect(200)))
        .isEqualTo("Accepted");
    assertThat(ANNA.api().put(path(booked), stay).expect(200).body().has("notes")).isFalse();
    assertThat(status(ANNA.api().put(path(booked), Stay.in(place, 3, 2, 1).and(place, 2))))
        .isEqualTo("Accepted");
  }

  /** A letter about nothing would worry people, and others' versions would be old ones. */
  @Test
  void leavesTheBookingAsItIsWhereNothingDiffers() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2).noting("mit Hund");
    Answer booked = GARDEN.book(ANNA, stay);
    GARDEN.accept(booked.id());
    Answer read = ANNA.api().get(path(booked));
    Answer saved = ANNA.api().ifMatch(read.etag()).put(path(booked), stay).expect(200);
    assertThat(saved.body()).isEqualTo(read.body());
    assertThat(saved.etag()).isEqualTo(read.etag());
    assertThat(ANNA.api().get(path(booked) + "/history").body()).hasSize(2);
  }

  @Test
  void isMadeOnlyFromTheVersionThatWasRead() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    Answer first = GARDEN.book(ANNA, stay);
    Answer second = ANNA.api().ifMatch(first.etag()).put(path(first), stay.later(1)).expect(200);
    assertThat(second.etag()).isNotEqualTo(first.etag());
    ADMIN.ifMatch(first.etag()).put(path(first), stay.later(5)).expect(412);
    assertThat(ANNA.api().get(path(first)).body()).isEqualTo(second.body());
    GARDEN.accept(first.id());
    ANNA.api().ifMatch(second.etag()).put(path(first), stay.later(2)).expect(412);
    ANNA.api().ifMatch("*").put(path(first), stay.later(2)).expect(200);
    ANNA.api().put(path(first), stay.later(3)).expect(200);
  }

  @Test
  void reportsFirstThatTheVersionIsOldAndThenThatItIsTooLate() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    Answer read = GARDEN.book(ANNA, stay);
    ANNA.api().post(path(read) + "/cancel").expect(204);
    ANNA.api().ifMatch(read.etag()).put(path(read), stay.later(1)).expect(412);
    String etag = ANNA.api().get(path(read)).etag();
    ANNA.api().ifMatch(etag).put(path(read), stay.later(1)).expect(409);
    GARDEN.member("Bruno").api().ifMatch(read.etag()).put(path(read), stay).expect(403);
  }

  /** A proxy that compresses an answer marks its tag as weak; it means the same version. */
  @ParameterizedTest
  @ValueSource(strings = {"W/%s", "\"77\", W/%s", "W/\"77\",%s", " W/%s , rubbish"})
  void takesATagThatAProxyWeakened(String sent) {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    Answer read = GARDEN.book(ANNA, stay);
    Api known = ANNA.api().ifMatch(sent.formatted(read.etag()));
    known.put(path(read), stay.later(1)).expect(200);
    known.put(path(read), stay.later(2)).expect(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "w/\"1\"", "W/1", "W/", "\"1", "\"01\"", ",", "W/*"})
  void takesNothingElseForTheTag(String sent) {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    Answer read = GARDEN.book(ANNA, stay);
    ANNA.api().ifMatch(sent).put(path(read), stay.later(1)).expect(412);
  }

  @Test
  void isMadeByOneOfManyWhoReadTheSameVersion() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    Answer read = GARDEN.book(ANNA, stay);
    assertThat(
            Together.run(
                6, () -> ANNA.api().ifMatch(read.etag()).put(path(read), stay.later(1)).status()))
        .containsOnlyOnce(200)
        .containsOnly(200, 412);
    assertThat(ANNA.api().get(path(read) + "/history").body()).hasSize(2);
  }

  @Test
  void keepsAStartThatHasPassedAndTakesNoOther() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 0, 3, 2);
    Answer booked = GARDEN.book(ANNA, stay);
    GARDEN.sql().run("UPDATE booking SET start_date = start_date - 2 WHERE id = ?", booked.id());
    Stay begun = new Stay(stay.startDate().minusDays(2), stay.endDate(), null, stay.bookingItems());
    ANNA.api().put(path(booked), begun.noting("schon da")).expect(200);
    Stay shorter =
        new Stay(begun.startDate(), GardenServer.today().plusDays(1), null, begun.bookingItems());
    ANNA.api().put(path(booked), shorter).expect(200);
    assertThat(ANNA.api().put(path(booked), begun.later(1)).expect(400).errors("startDate"))
        .hasSize(1);
  }

  @Test
  void movesAwayFromAPlaceThatWasDeactivatedAndNotBack() {
    UUID closed = GARDEN.place("Laube", 2);
    UUID open = GARDEN.place("Turm", 2);
    Answer booked = GARDEN.book(ANNA, Stay.in(closed, 3, 2, 1));
    ADMIN.delete("/api/sleeping-accommodations/" + closed).expect(204);
    ANNA.api().put(path(booked), Stay.in(closed, 3, 2, 1).noting("bleibt")).expect(200);
    ANNA.api().put(path(booked), Stay.in(open, 3, 2, 1)).expect(200);
    assertThat(
            ANNA.api()
                .put(path(booked), Stay.in(closed, 3, 2, 1))
                .expect(400)
                .errors("bookingItems"))
        .hasSize(1);
  }

  private static String path(Answer booking) {
    return "/api/bookings/" + booking.id();
  }

  private static String status(Answer booking) {
    return booking.body().path("status").asText();
  }
}
