package family.garden.bench;

import family.garden.bench.gap.FailureKind;
import family.garden.bench.gap.Gap;
import family.garden.bench.gap.Plan;
import family.garden.bench.gap.Result;
import family.garden.bench.gap.Trust;
import family.garden.testkit.StackCopy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The same load over several ways to deploy; {@code docs/figures.md} has the method. */
final class GapBenchmark {
  private static final String NAME = "gap";

  private final Figures figures = new Figures("./booking bench gaps");
  private final Path home;
  private final Path work;
  private final int deploys;
  private final int rate;

  GapBenchmark(Path home, boolean quick) {
    this.home = home;
    this.work = home.resolve("bench/target/run-" + ProcessHandle.current().pid());
    this.deploys = quick ? 1 : 2;
    this.rate = quick ? 50 : 100;
  }

  void run() {
    try {
      Files.createDirectories(work);
      figures.line(Figures.machine() + ". %d requests a second.".formatted(rate));
      figures.line("");
      figures.line(
          "| %d deploys each | Sent | Failed | Seconds with a failure | How they failed |"
              .formatted(deploys));
      figures.line("|---|---|---|---|---|");
      try (MeasuredStack copy = copy()) {
        Procedure.onOneServer().forEach(each -> measure(copy, each));
      }
      String override = Procedure.Rollout.override(home, work).toString();
      try (MeasuredStack copy = copy("--override", override)) {
        measure(copy, new Procedure.Rollout());
      }
    } catch (IOException e) {
      throw new Failure("Tried to measure gaps, failed: " + e.getMessage());
    }
    figures.writeTo(home.resolve("docs/figures.md"));
  }

  private MeasuredStack copy(String... options) throws IOException {
    MeasuredStack copy = new MeasuredStack(NAME, options);
    copy.sql(Files.readString(Tools.script(work, "fixture.sql")));
    copy.warmUp("server-blue");
    return copy;
  }

  private void measure(MeasuredStack copy, Procedure procedure) {
    Plan plan =
        new Plan(
            URI.create(copy.address()),
            Trust.in(copy.authority()),
            rate,
            StackCopy.ADMIN,
            StackCopy.PASSWORD);
    Result result;
    try (Gap gap = Gap.start(plan)) {
      Pause.seconds(5);
      for (int i = 0; i < deploys; i++) {
        procedure.deploy(copy);
        Pause.seconds(5);
      }
      result = gap.stop();
    }
    figures.line(row(procedure, result));
    write(procedure, result);
  }

  private static String row(Procedure procedure, Result result) {
    String kinds =
        result.failures().entrySet().stream()
            .map(each -> label(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d of %,d | %s |",
        procedure.describe(),
        result.sent(),
        result.failed(),
        result.badSeconds(),
        result.seconds().size(),
        kinds);
  }

  private static String label(FailureKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void write(Procedure procedure, Result result) {
    String name = procedure.toString().replaceAll("\\W+", "-").toLowerCase(Locale.ROOT);
    try {
      Files.writeString(work.resolve("gap-" + name + ".json"), result.json());
    } catch (IOException e) {
      throw new Failure("Tried to write a result, failed: " + e.getMessage());
    }
  }
}
