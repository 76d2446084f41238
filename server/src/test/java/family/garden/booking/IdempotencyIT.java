package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.Launch;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Together;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final GardenServer OTHER = GARDEN.anotherServer(launch -> launch);
  private static final Person ANNA = GARDEN.member("Anna");

  @Test
  void booksOnceForTheSameKeyAndBody() {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 2);
    Answer first = post(ANNA.api(), "once", stay).expect(201);
    Answer again = post(ANNA.api(), "once", stay).expect(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.etag()).isEqualTo(first.etag());
    assertThat(post(OTHER.api().as(ANNA.token()), "once", stay).expect(201).id())
        .isEqualTo(first.id());
    assertThat(bookings(stay)).isEqualTo("1");
    assertThat(ANNA.api().get("/api/bookings/" + first.id() + "/history").body()).hasSize(1);
  }

  @Test
  void booksOnceHoweverManySendItAtOnceToTwoServers() {
    Stay stay = Stay.in(GARDEN.place("Turm", 20), 3, 2, 1);
    Api elsewhere = OTHER.api().as(ANNA.token());
    List<Answer> answers =
        Together.run(
            IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(
                    i -> () -> post(i % 2 == 0 ? ANNA.api() : elsewhere, "storm", stay))
                .toList());
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    assertThat(bookings(stay)).isEqualTo("1");
  }

  /** These two islands never have the same date: on the second, the stay has begun. */
  @Test
  void answersTheSameAfterTheFirstNightHasPassed() {
    try (GardenServer early = GARDEN.anotherServer(in("Pacific/Pago_Pago"));
        GardenServer late = GARDEN.anotherServer(in("Pacific/Kiritimati"))) {
      LocalDate today = LocalDate.now(ZoneId.of("Pacific/Pago_Pago"));
      Stay any = Stay.in(GARDEN.place("Turm", 9), 0, 1, 2);
      Stay stay = new Stay(today, today.plusDays(2), null, any.bookingItems());
      Answer first = post(early.api().as(ANNA.token()), "begun", stay).expect(201);
      Answer again = post(late.api().as(ANNA.token()), "begun", stay).expect(201);
      assertThat(again.body()).isEqualTo(first.body());
      post(late.api().as(ANNA.token()), "begun", stay.noting("x")).expect(422);
      Answer refused = post(late.api().as(ANNA.token()), "new", stay).expect(400);
      assertThat(refused.errors("startDate")).hasSize(1);
      post(late.api().as(ANNA.token()), "new", stay.later(5)).expect(201);
    }
  }

  private static UnaryOperator<Launch> in(String zone) {
    return launch -> launch.env("BOOKING_ZONE", zone);
  }

  @Test
  void refusesTheSameKeyForAnotherBody() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    post(ANNA.api(), "other", stay).expect(201);
    post(ANNA.api(), "other", stay.later(1)).expect(422);
    post(ANNA.api(), "other", stay.noting("x")).expect(422);
    assertThat(bookings(stay)).isEqualTo("1");
  }

  @Test
  void keepsTheKeysOfPeopleApart() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    Answer annas = post(ANNA.api(), "mine", stay).expect(201);
    Answer brunos = post(GARDEN.member("Bruno").api(), "mine", stay).expect(201);
    assertThat(brunos.id()).isNotEqualTo(annas.id());
  }

  @Test
  void leavesTheKeyOfARefusedCallFree() {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 2);
    UUID inTheWay = GARDEN.book(ANNA, stay).id();
    post(ANNA.api(), "retry", stay).expect(409);
    ANNA.api().post("/api/bookings/" + inTheWay + "/cancel").expect(204);
    post(ANNA.api(), "retry", stay).expect(201);
  }

  @Test
  void booksTwiceWithoutAKey() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    assertThat(GARDEN.book(ANNA, stay).id()).isNotEqualTo(GARDEN.book(ANNA, stay).id());
  }

  static List<String> noKeys() {
    return List.of("", "x".repeat(101));
  }

  @ParameterizedTest
  @MethodSource("noKeys")
  void refusesAKeyThatIsNone(String key) {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    assertThat(post(ANNA.api(), key, stay).expect(400).errors("Idempotency-Key")).hasSize(1);
    assertThat(bookings(stay)).isEqualTo("0");
  }

  private static Answer post(Api api, String key, Stay stay) {
    return api.idempotencyKey(key).post("/api/bookings", stay);
  }

  private static String bookings(Stay stay) {
    return GARDEN
        .sql()
        .one(
            "SELECT count(*) FROM booking_item WHERE accommodation_id = ?",
            stay.bookingItems().getFirst().sleepingAccommodationId());
  }
}
