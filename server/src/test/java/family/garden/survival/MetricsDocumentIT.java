package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/metrics.md has each name that a scrape has, and no other. */
class MetricsDocumentIT {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");
  private static final Pattern NAME = Pattern.compile("`([a-z_]+\\*?)`");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) \\w+$");

  /** What a scrape has only after something happened that a test cannot cause. */
  private static final Set<String> SOMETIMES = Set.of("pg_stat_archiver_last_archive_age");

  @Test
  void hasTheNamesOfAScrape() throws IOException {
    try (TestRedis redis = TestRedis.started();
        GardenServer server =
            GardenServer.on(TestDatabase.shared().fresh()).redis(redis.url()).start()) {
      Api member = server.people().administrator().api();
      Stay.oneNight(Stay.newPlace(member, 1), GardenServer.today()).free(member);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Metrics.page(server), page -> page.contains("\nredis_up 1"));
      Set<String> scraped = names(TYPE.matcher(Metrics.page(server)).results().toList());
      Set<String> written = new TreeSet<>();
      ROW.matcher(Files.readString(PAGE))
          .results()
          .map(row -> names(NAME.matcher(row.group(1)).results().toList()))
          .forEach(written::addAll);
      Set<String> families =
          written.stream()
              .filter(name -> name.endsWith("*"))
              .map(name -> name.substring(0, name.length() - 1))
              .collect(Collectors.toSet());
      scraped.removeIf(name -> families.stream().anyMatch(name::startsWith));
      written.removeIf(name -> name.endsWith("*"));
      scraped.addAll(SOMETIMES);
      assertThat(written).isEqualTo(scraped);
    }
  }

  private static Set<String> names(Iterable<MatchResult> found) {
    Set<String> names = new TreeSet<>();
    found.forEach(match -> names.add(match.group(1)));
    return names;
  }
}
