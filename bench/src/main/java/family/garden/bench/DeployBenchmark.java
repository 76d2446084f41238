package family.garden.bench;

import family.garden.bench.gap.Gap;
import family.garden.bench.gap.Plan;
import family.garden.bench.gap.Result;
import family.garden.bench.gap.Trust;
import family.garden.testkit.StackCopy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Deploys and forced rollbacks by {@code bookingctl}, one after the other, under the load of {@link
 * family.garden.bench.gap.Gap}; {@code docs/figures.md} has the method.
 */
final class DeployBenchmark {
  private static final String RELEASE = "8.0.1";
  private static final long LEAST = 360_000;
  private static final int MOST_UNDONE = 5;

  private final Figures figures = new Figures("./booking bench deploys");
  private final Path home;
  private final Path work;
  private final int rounds;
  private final boolean quick;
  private final List<Double> deploys = new ArrayList<>();
  private final List<Double> rollbacks = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();

  DeployBenchmark(Path home, boolean quick) {
    this.home = home;
    this.work = home.resolve("bench/target/run-" + ProcessHandle.current().pid());
    this.quick = quick;
    this.rounds = quick ? 1 : 50;
  }

  void run() {
    try {
      Files.createDirectories(work);
      try (MeasuredStack copy = new MeasuredStack("deploys")) {
        copy.sql(Files.readString(Tools.script(work, "fixture.sql")));
        copy.warmUp("server-blue");
        // Their log-ins and those of the load come from one address, which has 60 in 15 minutes.
        Keeper keeper =
            new Keeper(
                home,
                copy,
                "BOOKING_BAKE=50",
                "BOOKING_START_LIMIT=300",
                // Its certificate is refused, for which all that Java trusts have to be read.
                "BOOKING_NOTIFY_NTFY=" + copy.address() + "/nobody");
        keeper.publish(RELEASE);
        try {
          measure(copy, keeper);
        } finally {
          keeper.forget(RELEASE);
        }
      }
    } catch (IOException e) {
      throw new Failure("Tried to measure deploys, failed: " + e.getMessage());
    }
  }

  private void measure(MeasuredStack copy, Keeper keeper) throws IOException {
    Plan plan =
        new Plan(
            URI.create(copy.address()),
            Trust.in(copy.authority()),
            100,
            StackCopy.ADMIN,
            StackCopy.PASSWORD);
    Result result;
    try (Gap gap = Gap.start(plan)) {
      Pause.seconds(5);
      while (rollbacks.size() < rounds && undone.size() < MOST_UNDONE) {
        if (isDone(keeper, deploys, "deploy", RELEASE)) {
          isDone(keeper, rollbacks, "rollback");
        }
        System.out.println(
            "%3d of %d  %s".formatted(rollbacks.size(), rounds, gap.soFar().describe()));
      }
      while (!quick && gap.soFar().sent() < LEAST) {
        Pause.seconds(5);
      }
      result = gap.stop();
    }
    Files.writeString(work.resolve("deploys.json"), result.json());
    Files.write(work.resolve("undone.txt"), undone);
    tell(result, keeper.peak());
  }

  /** Runs one deploy and records its time or its output; returns whether it succeeded. */
  private boolean isDone(Keeper keeper, List<Double> seconds, String... arguments) {
    long begun = System.nanoTime();
    try {
      keeper.ctl(arguments);
    } catch (Failure failed) {
      System.out.println(failed.getMessage());
      undone.add(String.valueOf(failed.getMessage()));
      return false;
    }
    seconds.add((System.nanoTime() - begun) / 1e9);
    return true;
  }

  private void tell(Result result, long peak) {
    figures.line(Figures.machine() + ". 100 requests a second.");
    figures.line("");
    figures.line("| What | Figure | Aim |");
    figures.line("|---|---|---|");
    figures.row(
        "Failed over %d deploys and %d forced rollbacks"
            .formatted(deploys.size(), rollbacks.size()),
        String.format(
            Locale.ROOT,
            "%,d of %,d in %d min%s",
            result.failed(),
            result.sent(),
            result.lasted().toMinutes(),
            result.failures().isEmpty() ? "" : " " + result.failures()),
        String.format(Locale.ROOT, "0 of ≥ %,d", LEAST));
    figures.row("Refused or undone by bookingctl", "%d".formatted(undone.size()), "0");
    figures.row(
        "Who answered",
        result.versions().entrySet().stream()
            .map(DeployBenchmark::describe)
            .collect(Collectors.joining("; ")),
        "");
    figures.row("Longest gap", "%.1f s".formatted(result.longestGap().toMillis() / 1e3), "");
    figures.row(
        "From when a request should have begun to its answer",
        "median %.0f ms, p99 %.0f ms".formatted(result.latency().median(), result.latency().p99()),
        "");
    if (!rollbacks.isEmpty()) {
      figures.row("A deploy", describe(deploys), "");
      figures.row("A forced rollback", describe(rollbacks), "");
      figures.row(
          "Peak of resident memory of bookingctl, a deploy or a rollback",
          "%d MiB".formatted(peak),
          "≤ 64 MiB");
    }
    figures.writeTo(home.resolve("docs/figures.md"));
  }

  private static String describe(Map.Entry<String, Long> who) {
    return String.format(Locale.ROOT, "%s: %,d times", who.getKey(), who.getValue());
  }

  private static String describe(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "median %.0f s, %.0f to %.0f",
        sorted.get(sorted.size() / 2),
        sorted.getFirst(),
        sorted.getLast());
  }
}
