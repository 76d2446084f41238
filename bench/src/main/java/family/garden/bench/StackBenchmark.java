package family.garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole stack in containers, under one memory limit; {@code docs/figures.md} has the method.
 */
final class StackBenchmark {
  private static final int CONNECTIONS = 50;
  private static final int CORE = 220;
  private static final int BOTH = 350;
  private static final Set<String> ENGINE = Set.of("dockerd", "containerd", "containerd-shim");

  private final Tools tools = new Tools();
  private final Figures figures = new Figures("./booking bench stack");
  private final Path home;
  private final Path work;
  private final int minutes;
  private final int rounds;

  StackBenchmark(Path home, boolean quick) {
    this.home = home;
    this.work = home.resolve("bench/target/run-" + ProcessHandle.current().pid());
    this.minutes = quick ? 1 : 5;
    this.rounds = quick ? 1 : 3;
  }

  void run() {
    MemoryLimit limit =
        MemoryLimit.of(CORE)
            .orElseThrow(() -> new Failure("A limit on memory needs the rights of root."));
    try (MeasuredStack copy =
        new MeasuredStack("bench", "--setting", "BOOKING_CGROUP=" + limit.name())) {
      Files.createDirectories(work);
      copy.sql(Files.readString(Tools.script(work, "fixture.sql")));
      figures.line(Figures.machine() + ".");
      figures.line("");
      figures.line("| What | Figure | Aim |");
      figures.line("|---|---|---|");
      load(copy, copy.address(), CONNECTIONS, 10);
      compare(copy, CONNECTIONS);
      compare(copy, 10);
      measure(copy, limit, CORE, "one server", minutes * 60, "no failure, none killed");
      limit.change(BOTH);
      copy.addGreen();
      measure(copy, limit, BOTH, "two servers", 60, "no failure, none killed");
      figures.row("The engine's own processes (share of memory)", engine(), "");
    } catch (IOException e) {
      throw new Failure("Tried to measure the stack, failed: " + e.getMessage());
    } finally {
      limit.close();
    }
    figures.writeTo(home.resolve("docs/figures.md"));
  }

  /** In turn, so that other work of the machine slows both down. */
  private void compare(MeasuredStack copy, int connections) {
    List<Load> direct = new ArrayList<>();
    List<Load> proxied = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      direct.add(load(copy, copy.server, connections, 15));
      proxied.add(load(copy, copy.address(), connections, 15));
    }
    double directly = medianP99(direct);
    double through = medianP99(proxied);
    figures.row(
        "p99 over TLS through nginx, %d connections, compared with the server direct"
            .formatted(connections),
        String.format(
            Locale.ROOT,
            "%.1f ms and %.1f ms: × %.2f (medians of %d)",
            through,
            directly,
            through / directly,
            rounds),
        "≤ × 1.5");
  }

  private static double medianP99(List<Load> loads) {
    return loads.stream()
        .mapToDouble(Load::p99)
        .sorted()
        .skip(loads.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private void measure(
      MeasuredStack copy, MemoryLimit limit, int megabytes, String what, int seconds, String aim) {
    Load load = load(copy, copy.address(), CONNECTIONS, seconds);
    int restarts =
        Stream.of("proxy", "server-blue", "database", "cache").mapToInt(copy::restarts).sum();
    figures.row(
        "%d connections over TLS for %d s, the core with %s under a hard limit of %d MB"
            .formatted(CONNECTIONS, seconds, what, megabytes),
        load.describe(),
        aim);
    figures.row(
        "Afterwards",
        "private memory %d MiB, killed %d, restarted %d, answers from 500: %d"
            .formatted(limit.anonymous() / 1024 / 1024, limit.killed(), restarts, copy.failures()),
        "0, 0, 0");
  }

  private Load load(MeasuredStack copy, String address, int connections, int seconds) {
    String mixed = Tools.script(work, "mixed.lua").toString();
    return Load.send(tools, address + "/", copy.token, connections, seconds, mixed);
  }

  /** Proportional share (PSS) of the engine's processes, from the kernel. */
  private static String engine() throws IOException {
    long kilobytes = 0;
    int processes = 0;
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      for (ProcessHandle process : all.toList()) {
        Path proc = Path.of("/proc/" + process.pid());
        try {
          if (ENGINE.contains(Files.readString(proc.resolve("comm")).strip())) {
            kilobytes += pss(proc);
            processes++;
          }
        } catch (IOException ended) {
          // A process that ended meanwhile takes nothing.
        }
      }
    }
    return "%d MiB in %d processes".formatted(kilobytes / 1024, processes);
  }

  private static long pss(Path proc) throws IOException {
    return Files.readAllLines(proc.resolve("smaps_rollup")).stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
        .findFirst()
        .orElse(0);
  }
}
