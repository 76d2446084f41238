package family.garden.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two servers, one bed, and everybody at once. */
class OfferRaceIT {
  private static final int ROUNDS = 15;

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final GardenServer OTHER = GARDEN.anotherServer(launch -> launch);
  private static final Line LINE = new Line(GARDEN);
  private static final Person OLGA = GARDEN.member("Olga");
  private static final Person ANNA = GARDEN.member("Anna");
  private static final Person BO = GARDEN.member("Bo");
  private static final Person CY = GARDEN.member("Cy");

  private final Stay bed = Stay.in(GARDEN.place("Turm", 1), 30, 2, 1);

  @BeforeEach
  void emptyTheLine() {
    GARDEN.sql().run("DELETE FROM waiting");
  }

  @RepeatedTest(ROUNDS)
  void theFirstInLineGetsTheBedAndNobodyElse() {
    UUID booking = GARDEN.book(OLGA, bed).id();
    UUID annas = LINE.join(ANNA, bed);
    UUID bos = LINE.join(BO, bed);
    List<Callable<Integer>> first = new ArrayList<>();
    first.add(() -> OLGA.api().post("/api/bookings/" + booking + "/cancel").status());
    IntStream.range(0, 10)
        .forEach(i -> first.add(() -> on(i, CY).post("/api/bookings", bed).status()));
    assertThat(Together.run(first).subList(1, 11)).as("who only came by").containsOnly(409);

    List<Callable<Integer>> then = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int number = i;
      then.add(() -> Line.accept(on(number, BO), bos).status());
      then.add(() -> on(number, CY).post("/api/bookings", bed).status());
      then.add(() -> Line.accept(on(number, ANNA), annas).status());
    }
    List<Integer> answers = Together.run(then);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).as("call %d", i).isEqualTo(i % 3 == 2 ? 201 : 409);
    }
    assertThat(booked()).isEqualTo(1);
  }

  @RepeatedTest(ROUNDS)
  void oneOfferAcceptedFiftyTimesIsOneBooking() {
    UUID booking = GARDEN.book(OLGA, bed).id();
    UUID annas = LINE.join(ANNA, bed);
    LINE.cancel(booking);
    List<Answer> answers =
        Together.run(
            IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(i -> () -> Line.accept(on(i, ANNA), annas))
                .toList());
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
    assertThat(booked()).isEqualTo(1);
    assertThat(ANNA.api().get("/api/bookings/" + answers.getFirst().id() + "/history").body())
        .hasSize(1);
  }

  @RepeatedTest(ROUNDS)
  void anOfferThatLapsesAtThatMomentIsStillOneBed() {
    UUID booking = GARDEN.book(OLGA, bed).id();
    UUID annas = LINE.join(ANNA, bed);
    UUID bos = LINE.join(BO, bed);
    LINE.cancel(booking);
    List<Callable<Integer>> calls = new ArrayList<>();
    calls.add(
        () -> {
          LINE.letLapse(annas);
          return 0;
        });
    for (int i = 0; i < 8; i++) {
      int number = i;
      calls.add(() -> Line.accept(on(number, ANNA), annas).status());
      calls.add(() -> Line.accept(on(number, BO), bos).status());
      calls.add(() -> on(number, CY).post("/api/bookings", bed).status());
    }
    assertThat(Together.run(calls)).containsOnly(0, 201, 409);
    assertThat(booked()).isLessThanOrEqualTo(1);
  }

  @RepeatedTest(ROUNDS)
  void acceptingAndDecliningAtOnceIsOneOfThem() {
    UUID booking = GARDEN.book(OLGA, bed).id();
    UUID annas = LINE.join(ANNA, bed);
    UUID bos = LINE.join(BO, bed);
    LINE.cancel(booking);
    List<Integer> answers =
        Together.run(
            List.of(
                () -> Line.accept(on(0, ANNA), annas).status(),
                () -> on(1, ANNA).delete("/api/waiting/" + annas).status(),
                () -> on(0, ANNA).delete("/api/waiting/" + annas).status()));
    if (answers.getFirst() == 201) {
      assertThat(answers).containsExactly(201, 404, 404);
      assertThat(Line.status(BO, bos)).isEqualTo("Waiting");
    } else {
      assertThat(answers.getFirst()).isEqualTo(404);
      assertThat(answers).containsOnlyOnce(204);
      assertThat(Line.status(BO, bos)).isEqualTo("Offered");
    }
  }

  private static Api on(int number, Person person) {
    return number % 2 == 0 ? person.api() : OTHER.api().as(person.token());
  }

  private int booked() {
    return Integer.parseInt(
        GARDEN
            .sql()
            .one(
                """
                SELECT count(*) FROM booking b JOIN booking_item i ON i.booking_id = b.id
                WHERE i.accommodation_id = ? AND b.status = 'Pending'
                """,
                bed.bookingItems().getFirst().sleepingAccommodationId()));
  }
}
