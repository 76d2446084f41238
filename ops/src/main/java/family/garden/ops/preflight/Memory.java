package family.garden.ops.preflight;

import family.garden.ops.engine.Engine;
import family.garden.ops.host.Machine;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory is free, and how much pausing the monitoring would free. */
public final class Memory {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String MONITORING = "monitoring";
  private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)\\s*([KMG]?)i?B.*");

  private final Engine engine;

  public Memory(Engine engine) {
    this.engine = engine;
  }

  /** MB that could be used now without swapping; rounded down by 2 %. */
  public long available() throws OpsException {
    return Machine.look(Path.of("/proc"), List.of()).available() / 1024 / 1000;
  }

  /** The running services of the profile "monitoring". */
  public List<String> monitoring() throws OpsException {
    ProcessResult config = Processes.run(engine.compose("config", "--format", "json"), LIMIT);
    if (!config.isSuccess()) {
      // No stack is set up yet, so no monitoring runs; ComposeIsValid finds a broken file.
      return List.of();
    }
    List<String> running = running();
    List<String> found = new ArrayList<>();
    Node services = Json.tree(config.stdout(), "the Compose file").path("services");
    for (String service : services.names()) {
      for (Node profile : services.path(service, "profiles")) {
        if (profile.text().equals(MONITORING) && running.contains(service)) {
          found.add(service);
        }
      }
    }
    return found;
  }

  private List<String> running() throws OpsException {
    return Processes.run(engine.compose("ps", "--services", "--status", "running"), LIMIT)
        .expectSuccess("list the running services", "See whether the engine is started.")
        .lines()
        .toList();
  }

  /** MB that the containers of these services use together. */
  public long used(List<String> services) throws OpsException {
    if (services.isEmpty()) {
      return 0;
    }
    String[] containers = services.stream().map(engine::container).toArray(String[]::new);
    String stats =
        Processes.ask(
            engine.call("stats", "--no-stream", "--format", "{{.MemUsage}}").with(containers),
            LIMIT,
            "ask how much memory the monitoring uses",
            "See whether it runs.");
    return stats.lines().mapToLong(Memory::megabytes).sum();
  }

  /** The first of two amounts as the engine writes them, like {@code 27.5MiB / 64MiB}. */
  public static long megabytes(String amount) {
    Matcher matcher = AMOUNT.matcher(amount.strip());
    if (!matcher.matches()) {
      return 0;
    }
    double factor =
        switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
          case "G" -> 1073.7;
          case "M" -> 1.0486;
          case "K" -> 0.001;
          default -> 0.000001;
        };
    return Math.round(Double.parseDouble(matcher.group(1)) * factor);
  }
}
