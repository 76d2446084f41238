package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.booking.GardenModel.Wish;
import family.garden.contract.GardenServer;
import family.garden.contract.People;
import family.garden.contract.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random operations on a real server and database, held against {@link GardenModel}; and many at
 * once, after which no night may hold more persons than there are beds.
 */
final class RandomOperationsIT {
  private static final GardenServer SERVER = GardenServer.on(TestDatabase.shared().fresh()).start();
  private static final People.Person ADMINISTRATOR = SERVER.people().administrator();
  private static final List<People.Person> PEOPLE =
      List.of(
          SERVER.people().member("Ada"),
          SERVER.people().member("Bo"),
          SERVER.people().member("Cy"));

  @AfterContainer
  static void close() {
    SERVER.close();
  }

  @Property(tries = 40)
  void one_after_the_other_they_do_what_the_rules_say(
      @ForAll("operations") List<Operation> operations) {
    int[] capacities = {4, 3};
    GardenModel model = new GardenModel(capacities);
    CrowdedGarden garden = new CrowdedGarden(ADMINISTRATOR, PEOPLE, capacities);
    for (Operation operation : operations) {
      int made = model.made();
      int expected = onModel(model, operation);
      int answered = onServer(garden, operation, made);
      assertThat(answered).as("%s of %s", operation, operations).isEqualTo(expected);
    }
    for (int i = 0; i < model.made(); i++) {
      assertThat(garden.booking(i).path("status").asText()).isEqualTo(model.status(i).name());
    }
    LocalDate from = CrowdedGarden.firstNight();
    LocalDate to = from.plusDays(Operation.NIGHTS + 5);
    for (int place = 0; place < Operation.PLACES; place++) {
      Map<LocalDate, Integer> free = garden.free(place, from, to);
      for (LocalDate night : from.datesUntil(to).toList()) {
        assertThat(free.get(night)).as("free on %s", night).isEqualTo(model.free(place, night));
      }
    }
    garden.close();
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void all_at_once_they_never_overbook_a_night(@ForAll("storms") List<Operation> operations)
      throws Exception {
    CrowdedGarden garden = new CrowdedGarden(ADMINISTRATOR, PEOPLE, 4, 3);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
      for (Operation operation : operations) {
        answers.add(crowd.submit(() -> onServer(garden, operation, garden.made())));
      }
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isIn(0, 200, 201, 204, 409);
    }
    for (int place = 0; place < Operation.PLACES; place++) {
      int capacity = garden.capacity(place);
      assertThat(garden.persons(place))
          .as("persons per night in a place of %d", capacity)
          .allSatisfy((night, persons) -> assertThat(persons).isLessThanOrEqualTo(capacity));
    }
    garden.close();
  }

  @Provide
  Arbitrary<List<Operation>> operations() {
    return Operation.any().list().ofMinSize(5).ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<Operation>> storms() {
    return Operation.any().list().ofMinSize(60).ofMaxSize(100);
  }

  /** 0 if there is no booking yet. */
  private static int onModel(GardenModel model, Operation operation) {
    int made = model.made();
    LocalDate first = CrowdedGarden.firstNight();
    return switch (operation) {
      case Operation.Create(int owner, int from, int count, var persons) ->
          model.create(owner, wish(from, count, persons));
      case Operation.SetCapacity(int place, int capacity) ->
          model.setCapacity(place, capacity, first, first.plusDays(Operation.NIGHTS + 5));
      case Operation other when made == 0 -> 0;
      case Operation.Edit(int booking, int from, int count, var persons) ->
          model.edit(booking % made, wish(from, count, persons));
      case Operation.Cancel(int booking) -> model.cancel(booking % made);
      case Operation.Accept(int booking) -> model.accept(booking % made);
      case Operation.Reject(int booking) -> model.reject(booking % made);
    };
  }

  private static int onServer(CrowdedGarden garden, Operation operation, int made) {
    return switch (operation) {
      case Operation.Create(int owner, int from, int count, var persons) ->
          garden.create(owner, wish(from, count, persons));
      case Operation.SetCapacity(int place, int capacity) -> garden.setCapacity(place, capacity);
      case Operation other when made == 0 -> 0;
      case Operation.Edit(int booking, int from, int count, var persons) ->
          garden.edit(booking % made, wish(from, count, persons));
      case Operation.Cancel(int booking) -> garden.cancel(booking % made);
      case Operation.Accept(int booking) -> garden.accept(booking % made);
      case Operation.Reject(int booking) -> garden.reject(booking % made);
    };
  }

  private static Wish wish(int from, int count, Map<Integer, Integer> persons) {
    LocalDate start = CrowdedGarden.firstNight().plusDays(from);
    return new Wish(start, start.plusDays(count), persons);
  }
}
