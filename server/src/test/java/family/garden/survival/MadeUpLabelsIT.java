package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whatever strangers call, the number of series that the server keeps about it stays small. */
class MadeUpLabelsIT {
  private static final int MOST_SERIES = 400;
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "MADEUP");

  @AutoClose
  private final GardenServer server = GardenServer.on(TestDatabase.shared().fresh()).start();

  @Test
  void tenThousandMadeUpCallsMakeNoSeriesOfTheirOwn() throws IOException {
    Api stranger = server.api();
    Api administrator = server.people().administrator().api();
    call(0, 2_000, stranger, administrator);
    // The figures of PostgreSQL are as old as the scrape before, or absent where that is long ago.
    await().atMost(Duration.ofSeconds(30)).until(() -> Metrics.page(server).contains("\npg_up 1"));
    Set<String> early = series();
    call(2_000, 10_000, stranger, administrator);
    System.out.println("Series after ten thousand made-up calls: " + series().size());
    assertThat(series()).hasSizeLessThanOrEqualTo(MOST_SERIES);
    assertThat(series()).filteredOn(MadeUpLabelsIT::comesFromRequests).isSubsetOf(early);
    assertThat(Metrics.page(server)).doesNotContain("junk");
  }

  private static void call(int from, int to, Api stranger, Api administrator) throws IOException {
    for (int i = from; i < to; i++) {
      // Each method meets each path, among the first two thousand already.
      String method = METHODS.get(i % METHODS.size());
      String path = path(i / METHODS.size() % 10, i);
      Api caller = i / METHODS.size() / 10 % 4 == 0 ? administrator : stranger;
      caller
          .header("X-Junk" + i, "junk" + i)
          .header("Host-Junk", "junk" + i)
          .sendUnchecked(method.equals("MADEUP") ? "JUNK" + i : method, path, null, null);
    }
  }

  private static String path(int kind, int number) {
    return switch (kind) {
      case 0 -> "/api/health/live;junk" + number;
      case 1 -> "/api/bookings/junk" + number;
      case 2 -> "/api/junk" + number;
      case 3 -> "/junk" + number;
      case 4 -> "/api/version?junk=" + number;
      case 5 -> "/api/calendar/junk" + number + ".ics";
      case 6 -> "/api/sleeping-accommodations/junk" + number;
      case 7 -> "/api/version/junk" + number + "/junk";
      case 8 -> "/api//version/junk" + number;
      default -> "/api/%6Aunk" + number + "/version";
    };
  }

  /** All but those of the JVM, which has some only after a garbage collection. */
  private static boolean comesFromRequests(String series) {
    return !series.startsWith("jvm_");
  }

  private Set<String> series() {
    return Metrics.page(server)
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toSet());
  }
}
