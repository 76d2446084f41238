package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Twenty people at once, in the memory that a small box has for the server. */
class LimitedMemoryIT {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long LIMIT = 144 * MEBIBYTE;
  private static final int PEOPLE = 20;
  private static final Duration LOAD = Duration.ofSeconds(20);

  private final FreshDatabase database = TestDatabase.shared().fresh();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

  @Test
  void servesTwentyPeopleIn144Megabytes() throws IOException {
    try (MemoryLimit limit = MemoryLimit.of(LIMIT);
        GardenServer server = GardenServer.on(database).startWithoutWaiting()) {
      limit.hold(server.pid());
      server.awaitReady();
      Api member = server.people().administrator().api();
      List<UUID> places = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        places.add(Stay.newPlace(member, 50));
      }
      Instant end = Instant.now().plus(LOAD);
      // One password at a time is checked; a family does not log in more often than that allows.
      Storm.atOnce(
          PEOPLE,
          i -> {
            Random random = new Random(i);
            return callUntil(
                end, () -> i == 0 ? wrongLogin(server).status() : use(member, places, random));
          });
      System.out.printf(
          "Under load: peak %d MiB of the group, most resident %s, answers %s%n",
          limit.peak() / MEBIBYTE, mostResident(server), new TreeMap<>(statuses));
      assertThat(limit.kills()).as("killed for want of memory").isZero();
      assertThat(server.isAlive()).as(server.lastOutput()).isTrue();
      assertThat(server.output()).doesNotContain("OutOfMemoryError");
      assertThat(statuses.keySet()).allMatch(status -> status < 500);
      assertThat(statuses).containsKeys(200, 201, 401);
    }
  }

  private int callUntil(Instant end, IntSupplier call) {
    int calls = 0;
    while (Instant.now().isBefore(end)) {
      statuses.merge(call.getAsInt(), 1, Integer::sum);
      calls++;
    }
    return calls;
  }

  private static int use(Api member, List<UUID> places, Random random) {
    LocalDate start = GardenServer.today().plusDays(1 + random.nextInt(300));
    UUID place = places.get(random.nextInt(places.size()));
    Stay stay = new Stay(place, start, 1 + random.nextInt(14), 1 + random.nextInt(3));
    String nights = "startDate=%s&endDate=%s".formatted(stay.start(), stay.end());
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> stay.book(member).status();
      case 4 ->
          member.get("/api/timeline?from=%s&to=%s".formatted(start, start.plusDays(60))).status();
      case 5, 6 -> member.get("/api/bookings?size=20&page=" + random.nextInt(5)).status();
      case 7 -> member.post("/api/bookings/validate", stay.draft()).status();
      case 8 -> member.get("/api/sleeping-accommodations").status();
      default -> member.get("/api/bookings/availability?" + nights).status();
    };
  }

  private static Answer wrongLogin(GardenServer server) {
    String nobody = UUID.randomUUID() + "@garden.example";
    return server
        .api()
        .post("/api/auth/login", Map.of("email", nobody, "password", "no idea at all"));
  }

  private static String mostResident(GardenServer server) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("unknown");
  }
}
