package family.garden.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.OpenApiDocument;
import family.garden.contract.Operation;
import family.garden.contract.People;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Random calls of every operation, as anyone, as a member and as the administrator: never a server
 * error, always a documented response. Repeat a run with {@code -Dfuzz.seed=…}.
 */
class FuzzIT {
  private static final int CALLS = Integer.getInteger("fuzz.calls", 3000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

  private final OpenApiDocument document = OpenApiDocument.served();
  private final Random random = new Random(SEED);
  private final KnownIds ids = new KnownIds();
  private boolean gone;
  private final Map<String, String> faults = new TreeMap<>();

  @Test
  void answersWhateverComesInAsDocumented() {
    try (GardenServer server = GardenServer.on(TestDatabase.shared().fresh()).start()) {
      People.Person administrator = server.people().administrator();
      People.Person member = server.people().member("Anna");
      plant(administrator.api(), member.api());
      ids.add("/api/admin/users", server.people().member("Bruno").id());
      ids.add("/api/admin/users", server.people().invite("c@garden.example", "Clara").id());

      List<Api> callers = List.of(server.api(), member.api(), administrator.api());
      List<Operation> operations =
          document.operations().stream().filter(FuzzIT::isSafeToRepeat).toList();
      SchemaSampler sampler = new SchemaSampler(document, ids, random, GardenServer.today());
      RandomRequests requests = new RandomRequests(document, ids, sampler, random);
      for (int i = 0; i < CALLS && !gone; i++) {
        Operation operation = operations.get(random.nextInt(operations.size()));
        call(callers.get(random.nextInt(callers.size())), operation, requests.of(operation));
      }

      assertThat(faults.values())
          .as("seed %d; the server said:%n%s", SEED, server.lastOutput())
          .isEmpty();
      assertThat(server.api().get("/api/health").status()).as("seed %d", SEED).isEqualTo(200);
      administrator.api().get("/api/me").expect(200);
      member.api().get("/api/me").expect(200);
    }
  }

  /** The random caller must keep its session. */
  private static boolean isSafeToRepeat(Operation operation) {
    return !operation.isElsewhere() && !operation.id().equals("logOut");
  }

  private void plant(Api administrator, Api member) {
    for (String type : List.of("Room", "Tent", "Camper")) {
      UUID place =
          administrator
              .post(
                  "/api/sleeping-accommodations",
                  Map.of("name", "Am Teich", "type", type, "maxCapacity", 6))
              .expect(201)
              .id();
      ids.add("/api/sleeping-accommodations", place);
      Map<String, Object> booking =
          Map.of(
              "startDate", GardenServer.today().plusDays(7),
              "endDate", GardenServer.today().plusDays(9),
              "bookingItems", List.of(Map.of("sleepingAccommodationId", place, "personCount", 2)));
      ids.add("/api/bookings", member.post("/api/bookings", booking).expect(201).id());
      Map<String, Object> tooMuch = new TreeMap<>(booking);
      tooMuch.put(
          "bookingItems", List.of(Map.of("sleepingAccommodationId", place, "personCount", 5)));
      ids.add("/api/waiting", member.post("/api/waiting", tooMuch).expect(201).id());
    }
  }

  private void call(Api caller, Operation operation, RandomRequest request) {
    try {
      Answer answer = request.send(caller);
      for (String fault : caller.faults(request.method(), request.path(), answer)) {
        note(operation, fault, request, answer.toString());
      }
      if (answer.status() == 201 && answer.body().has("id")) {
        ids.add(operation.path(), answer.id());
      }
    } catch (ConnectException e) {
      gone = true;
      note(operation, "the server is gone", request, "");
    } catch (IOException e) {
      // A server may hang up on a body that is far too large instead of reading all of it.
      if (!request.isTooLarge()) {
        note(operation, "no answer: " + e, request, "");
      }
    }
  }

  /** Keeps one example of each kind of fault. */
  private void note(Operation operation, String fault, RandomRequest request, String answer) {
    faults.putIfAbsent(
        operation + fault.replaceAll("[0-9a-f-]{8,}|[0-9]+", "#"),
        "%s: %s%n    request: %s%n    answer: %s".formatted(operation, fault, request, answer));
  }
}
