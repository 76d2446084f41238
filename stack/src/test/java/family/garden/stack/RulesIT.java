package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.Lane;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The alerts fire on recorded series, and stay quiet on others: as Prometheus evaluates them and as
 * vmalert does, which runs on the box.
 */
@ExtendWith(OneStack.class)
class RulesIT {
  private static final Path MONITORING = Path.of("monitoring");
  private static final String VERSION = System.getenv().getOrDefault("VERSION", "0.1.0-SNAPSHOT");
  private static final String IMAGE = "booking-monitoring:" + VERSION;
  private static final String PROMTOOL = "booking-promtool:" + Lane.NAME;
  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");

  /** Starts the copy, with which the images are built. */
  RulesIT(Stack stack) {
    assertThat(stack.name()).isEqualTo(Lane.NAME);
  }

  @Test
  void passTheirTestsInPrometheus() {
    Testbed.docker("build", "--quiet", "--tag", PROMTOOL, file("tests"));
    run(PROMTOOL, "test", "rules", "booking.yml", "box.yml").expectSuccess();
    assertThat(run(PROMTOOL, "check", "rules", "../rules/booking.yml", "../rules/box.yml").code())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"booking", "box"})
  void passTheirTestsInVmalert(String group) {
    run(
            IMAGE,
            "vmalert-tool",
            "unittest",
            "--disableAlertgroupLabel",
            "--files=/monitoring/tests/" + group + ".yml")
        .expectSuccess();
  }

  @Test
  void areReadByTheVmalertOfTheImage() {
    run(IMAGE, "vmalert", "-dryRun", "-rule=/etc/monitoring/rules/*.yml").expectSuccess();
    run(IMAGE, "victoria-metrics", "-dryRun", "-promscrape.config=/etc/monitoring/scrape.yml")
        .expectSuccess();
  }

  @Test
  void areEachTestedAndDescribedInTheRunbook() throws IOException {
    String rules = text("rules");
    String tests = text("tests");
    String runbook = Files.readString(Path.of("../docs/runbook/alerts.md"));
    Set<String> alerts = new TreeSet<>();
    for (MatchResult alert : ALERT.matcher(rules).results().toList()) {
      alerts.add(alert.group(1));
    }
    assertThat(alerts).hasSizeGreaterThan(15);
    for (String alert : alerts) {
      assertThat(tests).as("a test of %s", alert).contains("alertname: " + alert + "\n");
      assertThat(rules)
          .as("the link of %s", alert)
          .contains("runbook: docs/runbook/alerts.md#" + alert.toLowerCase(Locale.ROOT));
      assertThat(runbook).contains("## " + alert + "\n");
    }
  }

  private static ProcessResult run(String image, String... command) {
    List<String> all =
        new ArrayList<>(List.of("run", "--rm", "--network=none", "--tmpfs=/tmp", "--workdir"));
    all.addAll(List.of("/monitoring/tests", "--volume", file("") + ":/monitoring:ro", image));
    all.addAll(List.of(command));
    return Testbed.tryDocker(all.toArray(String[]::new));
  }

  private static String file(String name) {
    return MONITORING.resolve(name).toAbsolutePath().toString();
  }

  private static String text(String folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(MONITORING.resolve(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yml")).sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
