package family.garden.ops.preflight;

import family.garden.ops.engine.Engine;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is free on this machine, and what pausing the monitoring would give. */
public final class Memory {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String MONITORING = "monitoring";
  private static final Pattern AVAILABLE =
      Pattern.compile("^MemAvailable:\\s+(\\d+) kB$", Pattern.MULTILINE);
  private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)\\s*([KMG]?)i?B.*");

  private final Engine engine;

  public Memory(Engine engine) {
    this.engine = engine;
  }

  /** MB that could be used now without swapping. */
  public long available() throws OpsException {
    try {
      Matcher matcher = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
      if (matcher.find()) {
        return Long.parseLong(matcher.group(1)) / 1000;
      }
    } catch (IOException e) {
      throw unknown(e.toString());
    }
    throw unknown("/proc/meminfo does not say");
  }

  private static OpsException unknown(String because) {
    return OpsException.refused("see how much memory is free", because, "Look at /proc/meminfo.");
  }

  /** The services of the profile "monitoring" that run here. */
  public List<String> monitoring() throws OpsException {
    ProcessResult config = Processes.run(engine.compose("config", "--format", "json"), LIMIT);
    if (!config.isDone()) {
      // Nothing is set up here yet, so nothing watches it; a broken file has a check of its own.
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
        .expectSuccess("ask what runs", "See whether the engine is started.")
        .lines()
        .toList();
  }

  /** MB that these services take together. */
  public long taken(List<String> services) throws OpsException {
    if (services.isEmpty()) {
      return 0;
    }
    String[] containers = services.stream().map(engine::container).toArray(String[]::new);
    String said =
        Processes.ask(
            engine.call("stats", "--no-stream", "--format", "{{.MemUsage}}").with(containers),
            LIMIT,
            "ask what memory the monitoring takes",
            "See whether it runs.");
    return said.lines().mapToLong(Memory::megabytes).sum();
  }

  /** As the engine writes it, like {@code 27.5MiB / 64MiB}; the first of the two. */
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
