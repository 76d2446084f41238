package family.garden.ops.containers;

import family.garden.ops.engine.Engine;
import family.garden.ops.engine.InspectedContainer;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The containers of this stack. */
public record Containers(Engine engine) {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String STARTED = "See whether the engine is started.";
  private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)\\s*([KMG]?)i?B.*");

  /** All of them, running or not. */
  public List<InspectedContainer> all() throws OpsException {
    String ids =
        Processes.run(engine.containers(), LIMIT)
            .expectSuccess("ask the engine what runs", STARTED);
    return ids.isBlank()
        ? List.of()
        : InspectedContainer.all(
            Processes.ask(
                engine.inspect(ids.lines().toArray(String[]::new)),
                LIMIT,
                "ask the engine how the containers are",
                "Try again."));
  }

  /** The container of a service; {@link InspectedContainer#NONE} where it has none. */
  public InspectedContainer of(String service) throws OpsException {
    ProcessResult result = Processes.run(engine.inspect(engine.container(service)), LIMIT);
    if (!result.isSuccess() && result.stderr().contains("No such")) {
      return InspectedContainer.NONE;
    }
    return InspectedContainer.all(result.expectSuccess("look at " + service, STARTED)).stream()
        .findFirst()
        .orElse(InspectedContainer.NONE);
  }

  public void remove(String service) throws OpsException {
    Processes.run(engine.compose("rm", "--stop", "--force", service), Duration.ofMinutes(2))
        .expectSuccess("stop " + service, STARTED);
  }

  /**
   * Waits until the container of a service is healthy.
   *
   * @param restarts that it had before and that do not count
   * @param tried as in "Tried to …"
   * @throws OpsException with the last lines of its log, if it ends by itself or is not healthy in
   *     time
   */
  public void awaitHealthy(String service, int restarts, Duration limit, String tried)
      throws OpsException {
    Poller poller = new Poller(limit, Duration.ofMillis(500));
    do {
      InspectedContainer container = of(service);
      if (container.isHealthy()) {
        return;
      }
      if (container.restarts() > restarts || !container.status().matches("running|created")) {
        throw notHealthy(service, tried, "it ended by itself");
      }
    } while (poller.lookAgain());
    throw notHealthy(service, tried, "it was not healthy after %d s".formatted(limit.toSeconds()));
  }

  private OpsException notHealthy(String service, String tried, String because)
      throws OpsException {
    return OpsException.refused(
        tried,
        "%s; its last lines were:\n  %s\n".formatted(because, lastLines(service)),
        "Ask whoever made this release.");
  }

  /** The last lines of its log, indented. */
  public String lastLines(String service) throws OpsException {
    return log(service, "--tail", "8").indentedOutput();
  }

  /** The last lines of its log, of both streams, with their times. */
  public String log(String service, int lines) throws OpsException {
    ProcessResult log = log(service, "--timestamps", "--tail", String.valueOf(lines));
    return log.stdout() + log.stderr();
  }

  private ProcessResult log(String service, String... options) throws OpsException {
    return Processes.run(engine.call("logs").with(options).with(engine.container(service)), LIMIT);
  }

  /** MB that the containers of these services use together, without pages of files. */
  public long memory(List<String> services) throws OpsException {
    if (services.isEmpty()) {
      return 0;
    }
    return Processes.ask(
            engine
                .call("stats", "--no-stream", "--format", "{{.MemUsage}}")
                .with(services.stream().map(engine::container).toArray(String[]::new)),
            LIMIT,
            "ask how much memory is used by " + String.join(", ", services),
            "See whether it runs.")
        .lines()
        .mapToLong(Containers::megabytes)
        .sum();
  }

  /** The first of two amounts as the engine writes them, like {@code 27.5MiB / 64MiB}. */
  static long megabytes(String amount) {
    Matcher matcher = AMOUNT.matcher(amount.strip());
    if (!matcher.matches()) {
      return 0;
    }
    double factor =
        switch (matcher.group(2)) {
          case "G" -> 1073.7;
          case "M" -> 1.0486;
          case "K" -> 0.001;
          default -> 0.000001;
        };
    return Math.round(Double.parseDouble(matcher.group(1)) * factor);
  }
}
