package family.garden.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import family.garden.waiting.LineModel.State;
import family.garden.waiting.LineModel.Wish;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * Random steps where beds are scarce, held against {@link LineModel}; and many at once on two
 * servers, after which nothing may be overbooked, held beds included.
 */
final class RandomWaitingIT {
  private static final Garden GARDEN = Garden.open();
  private static final GardenServer OTHER = GARDEN.anotherServer(launch -> launch);
  private static final List<Person> PEOPLE =
      List.of(GARDEN.member("Ada"), GARDEN.member("Bo"), GARDEN.member("Cy"));
  private static final LocalDate FIRST = GardenServer.today().plusDays(2);

  private static final String OVERFULL =
      """
      SELECT taken.accommodation_id || ' ' || night::date
      FROM (SELECT i.accommodation_id, b.start_date, b.end_date, i.person_count
            FROM booking b JOIN booking_item i ON i.booking_id = b.id
            WHERE b.status IN ('Pending', 'Accepted')
            UNION ALL
            SELECT accommodation_id, start_date, end_date, person_count
            FROM held_bed WHERE held_until > now()) taken
      JOIN accommodation a ON a.id = taken.accommodation_id
      CROSS JOIN generate_series(taken.start_date, taken.end_date - 1, interval '1 day') night
      GROUP BY taken.accommodation_id, night, a.max_capacity
      HAVING sum(taken.person_count) > a.max_capacity
      """;

  @AfterContainer
  static void close() {
    GARDEN.close();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Step.any().list().ofMinSize(10).ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Step>> storms() {
    return Step.any().list().ofMinSize(80).ofMaxSize(120);
  }

  @Property(tries = 40)
  void one_after_the_other_they_do_what_the_rules_say(@ForAll("steps") List<Step> steps) {
    LineModel model = new LineModel(new int[] {2, 1});
    Crowd crowd = new Crowd();
    for (Step step : steps) {
      int answered = crowd.take(step, model.bookings.size(), model.entries.size());
      int expected = onModel(model, step);
      assertThat(answered).as("%s of %s", step, steps).isEqualTo(expected);
      if (model.forgotSomebody()) {
        return;
      }
      compare(model, crowd, step + " of " + steps);
    }
    for (int place = 0; place < 2; place++) {
      for (int member = 0; member < Step.PEOPLE; member++) {
        for (int night = 0; night < Step.NIGHTS + 2; night++) {
          Stay stay = Stay.in(crowd.places.get(place), 2 + night, 1, 1);
          assertThat(Line.free(PEOPLE.get(member).api(), stay))
              .as("free in %d on night %d for %d after %s", place, night, member, steps)
              .isEqualTo(model.free(place, FIRST.plusDays(night), member));
        }
      }
    }
  }

  private static void compare(LineModel model, Crowd crowd, String when) {
    for (int i = 0; i < model.entries.size(); i++) {
      State state = model.entries.get(i).state;
      boolean shown = state != State.Booked && state != State.Gone;
      assertThat(crowd.status(i))
          .as("entry %d after %s", i, when)
          .isEqualTo(shown ? state.name() : "");
    }
  }

  private static int onModel(LineModel model, Step step) {
    int booked = model.bookings.size();
    int waiting = model.entries.size();
    return switch (step) {
      case Step.Book(int owner, Step.Beds beds) -> model.book(owner, wish(beds));
      case Step.Edit(int booking, Step.Beds beds) ->
          booked == 0 ? 0 : model.edit(booking % booked, wish(beds));
      case Step.Cancel(int booking) -> booked == 0 ? 0 : model.cancel(booking % booked);
      case Step.SetCapacity(int place, int capacity) ->
          model.setCapacity(place, capacity, FIRST, FIRST.plusDays(20));
      case Step.Join(int owner, Step.Beds beds) -> model.join(owner, wish(beds));
      case Step.Leave(int entry) -> waiting == 0 ? 0 : model.leave(entry % waiting);
      case Step.Accept(int entry) -> waiting == 0 ? 0 : model.accept(entry % waiting);
      case Step.Lapse(int entry) -> waiting > 0 && model.lapse(entry % waiting) ? 1 : 0;
    };
  }

  private static Wish wish(Step.Beds beds) {
    LocalDate start = FIRST.plusDays(beds.from());
    return new Wish(start, start.plusDays(beds.count()), beds.persons());
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void all_at_once_they_never_overbook_a_night(@ForAll("storms") List<Step> steps)
      throws Exception {
    Crowd crowd = new Crowd();
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Step step : steps) {
        answers.add(
            threads.submit(() -> crowd.take(step, crowd.bookings.size(), crowd.entries.size())));
      }
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isIn(0, 1, 200, 201, 204, 404, 409);
    }
    assertThat(GARDEN.sql().column(OVERFULL)).isEmpty();
  }

  /** Two places of their own, and everything that was made there. */
  private static final class Crowd {
    private record Made(int owner, UUID id) {}

    private final List<UUID> places =
        List.of(GARDEN.place("Turm " + UUID.randomUUID(), 2), GARDEN.place("Zelt", 1));
    private final List<Made> bookings = new CopyOnWriteArrayList<>();
    private final List<Made> entries = new CopyOnWriteArrayList<>();

    Crowd() {
      // Entries of the crowd before must not count towards a member's limit of ten.
      GARDEN.sql().run("DELETE FROM waiting");
    }

    /** The answer; 0 where there is nothing yet to do it with. */
    int take(Step step, int booked, int waiting) {
      return switch (step) {
        case Step.Book(int owner, Step.Beds beds) ->
            note(owner, api(owner).post("/api/bookings", stay(beds)), bookings);
        case Step.Edit(int booking, Step.Beds beds) -> {
          Made made = of(bookings, booking, booked);
          yield made == null
              ? 0
              : api(made.owner()).put("/api/bookings/" + made.id(), stay(beds)).status();
        }
        case Step.Cancel(int booking) -> {
          Made made = of(bookings, booking, booked);
          yield made == null
              ? 0
              : api(made.owner()).post("/api/bookings/" + made.id() + "/cancel").status();
        }
        case Step.SetCapacity(int place, int capacity) ->
            GARDEN
                .administrator()
                .api()
                .put(
                    "/api/sleeping-accommodations/" + places.get(place),
                    Map.of("name", "Turm", "type", "Room", "maxCapacity", capacity))
                .status();
        case Step.Join(int owner, Step.Beds beds) ->
            note(owner, api(owner).post("/api/waiting", stay(beds)), entries);
        case Step.Leave(int entry) -> {
          Made made = of(entries, entry, waiting);
          yield made == null ? 0 : api(made.owner()).delete("/api/waiting/" + made.id()).status();
        }
        case Step.Accept(int entry) -> accept(of(entries, entry, waiting));
        case Step.Lapse(int entry) -> lapse(of(entries, entry, waiting));
      };
    }

    private int accept(@Nullable Made made) {
      if (made == null) {
        return 0;
      }
      int before = bookings(made.id());
      Answer answer = Line.accept(api(made.owner()), made.id());
      if (answer.status() == 201 && before == 0) {
        bookings.add(new Made(made.owner(), answer.id()));
      }
      return answer.status();
    }

    private static int bookings(UUID entry) {
      return Integer.parseInt(
          GARDEN.sql().one("SELECT count(booking_id) FROM waiting WHERE id = ?", entry));
    }

    private static int lapse(@Nullable Made made) {
      if (made == null) {
        return 0;
      }
      UUID id = made.id();
      int lapsed =
          GARDEN
              .sql()
              .run(
                  """
                  UPDATE waiting SET held_until = now() - interval '1 second'
                  WHERE id = ? AND held_until > now() AND booking_id IS NULL
                  """,
                  id);
      if (lapsed > 0) {
        // A member who read the offer a moment ago may still book it, and then nobody is notified.
        String unnotified =
            "SELECT id FROM waiting WHERE id = ? AND NOT lapse_notified AND booking_id IS NULL";
        await().until(() -> GARDEN.sql().column(unnotified, id).isEmpty());
      }
      return lapsed;
    }

    private static int note(int owner, Answer answer, List<Made> made) {
      if (answer.status() == 201) {
        made.add(new Made(owner, answer.id()));
      }
      return answer.status();
    }

    private static @Nullable Made of(List<Made> made, int number, int most) {
      return most == 0 ? null : made.get(number % most);
    }

    /** Alternates between the two servers. */
    private static Api api(int owner) {
      Person person = PEOPLE.get(owner);
      return owner == 1 ? OTHER.api().as(person.token()) : person.api();
    }

    String status(int entry) {
      Made made = entries.get(entry);
      return Line.entry(api(made.owner()), made.id()).path("status").asText();
    }

    private Stay stay(Step.Beds beds) {
      @Nullable Stay stay = null;
      for (Map.Entry<Integer, Integer> item : beds.persons().entrySet()) {
        UUID place = places.get(item.getKey());
        stay =
            stay == null
                ? Stay.in(place, 2 + beds.from(), beds.count(), item.getValue())
                : stay.and(place, item.getValue());
      }
      return Objects.requireNonNull(stay);
    }
  }
}
