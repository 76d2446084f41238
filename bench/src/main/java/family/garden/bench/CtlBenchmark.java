package family.garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The packaged {@code bookingctl}, with stand-ins for engine and site: start, processor time,
 * memory.
 */
final class CtlBenchmark {
  private final Figures figures = new Figures("./booking bench ctl");
  private final Path home;
  private final Path program;
  private final int rounds;

  /** One run as the kernel counted it: seconds, and the peak of resident memory in KiB. */
  private record Run(double elapsed, double processor, long peak) {
    static Run of(String measured) {
      String[] numbers = measured.strip().split(" ", -1);
      return new Run(
          Double.parseDouble(numbers[0]),
          Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]),
          Long.parseLong(numbers[3]));
    }
  }

  CtlBenchmark(Path home, boolean quick) {
    this.home = home;
    this.program = home.resolve("ops/target/ctl/bin/bookingctl");
    this.rounds = quick ? 5 : 15;
  }

  void run() {
    figures.line(Figures.machine() + "; load of the machine meanwhile " + load() + ".");
    figures.line("");
    figures.line("| What | Figure | Aim |");
    figures.line("|---|---|---|");
    Process site = site();
    try {
      for (String arguments : List.of("--help", "status", "doctor", "notify test")) {
        measure(arguments);
      }
    } finally {
      site.destroy();
    }
    figures.writeTo(home.resolve("docs/figures.md"));
  }

  /** What the training run asks too; it is ready when it says something. */
  private Process site() {
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    Path source = home.resolve("ops/package/training/Site.java");
    try {
      Process process =
          new ProcessBuilder(java.toString(), source.toString(), "39443")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.inputReader().readLine() == null) {
        throw new Failure("The stand-in for the site did not start: is port 39443 free?");
      }
      return process;
    } catch (IOException e) {
      throw new Failure("Tried to start the stand-in for the site, failed: " + e.getMessage());
    }
  }

  private void measure(String arguments) {
    List<Run> runs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      runs.add(once(arguments));
    }
    long peak = runs.stream().mapToLong(Run::peak).max().orElseThrow();
    figures.row(
        "`bookingctl " + arguments + "`",
        String.format(
            Locale.ROOT,
            "median %.2f s of %d (%.2f s of it on the processor), peak of resident memory %d MiB",
            median(runs, Run::elapsed),
            rounds,
            median(runs, Run::processor),
            peak / 1024),
        "≤ 0.5 s, ≤ 64 MiB");
  }

  private Run once(String arguments) {
    Path training = home.resolve("ops/package/training");
    try {
      Path output = Files.createTempFile("bookingctl", ".time");
      List<String> command = new ArrayList<>();
      command.addAll(List.of("sh", "-c", "out=$1; shift; \"$@\" >/dev/null 2>&1; cat \"$out\""));
      command.addAll(List.of("sh", output.toString()));
      command.addAll(Tools.timed("%e %U %S %M", output));
      command.add(program.toString());
      command.addAll(List.of(arguments.split(" ", -1)));
      Map<String, String> environment =
          Map.of(
              "PATH",
              training + ":" + System.getenv("PATH"),
              "BOOKING_SETTINGS",
              training.resolve("settings.env").toString());
      Run run = Run.of(Tools.run(environment, command));
      Files.delete(output);
      return run;
    } catch (IOException e) {
      throw new Failure("Tried to time bookingctl, failed: " + e.getMessage());
    }
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(figure))
        .mapToDouble(figure)
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
    } catch (IOException e) {
      return "unknown";
    }
  }
}
