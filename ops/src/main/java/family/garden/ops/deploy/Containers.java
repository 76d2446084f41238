package family.garden.ops.deploy;

import family.garden.ops.engine.Engine;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.preflight.Memory;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the engine knows of the containers of this stack. */
record Containers(Engine engine) {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * How a container is.
   *
   * @param status as the engine says it: running, exited …; "gone" where there is none
   * @param health starting, healthy, unhealthy; empty where it has no check
   * @param restarts how often the engine had to start it again
   */
  record State(String status, String health, int restarts, boolean killedForMemory) {
    boolean isHealthy() {
      return status.equals("running") && health.equals("healthy");
    }
  }

  State state(String service) throws OpsException {
    ProcessResult outcome = Processes.run(engine.inspect(engine.container(service)), LIMIT);
    if (!outcome.isSuccess()) {
      if (outcome.stderr().contains("No such")) {
        return new State("gone", "", 0, false);
      }
      throw OpsException.refused(
          "look at " + service, outcome.failure(), "See whether the engine is started.");
    }
    Node container = Json.tree(outcome.stdout(), "what the engine says of " + service).at(0);
    return new State(
        container.path("State", "Status").text(),
        container.path("State", "Health", "Status").text(),
        (int) container.path("RestartCount").number(),
        container.path("State", "OOMKilled").isTrue());
  }

  /** The image of each service that has a container, running or not, as it was asked for. */
  Map<String, String> images() throws OpsException {
    Map<String, String> images = new HashMap<>();
    for (Node container : all()) {
      images.put(service(container), container.path("Config", "Image").text());
    }
    return images;
  }

  /** The services whose container, running or not, was made at that moment or later. */
  List<String> madeSince(Instant moment) throws OpsException {
    List<String> services = new ArrayList<>();
    for (Node container : all()) {
      if (!Instant.parse(container.path("Created").text()).isBefore(moment)) {
        services.add(service(container));
      }
    }
    return services.stream().distinct().sorted().toList();
  }

  private List<Node> all() throws OpsException {
    String ids =
        Processes.run(engine.containers(), LIMIT)
            .expectSuccess(
                "ask the engine which containers there are", "See whether it is started.");
    if (ids.isBlank()) {
      return List.of();
    }
    String inspected =
        Processes.run(engine.inspect(ids.lines().toArray(String[]::new)), LIMIT)
            .expectSuccess("ask the engine what the containers are", "Try again.");
    return Json.tree(inspected, "what the engine says of the containers").stream().toList();
  }

  private static String service(Node container) {
    return container.path("Config", "Labels", "com.docker.compose.service").text();
  }

  /** Stops and removes the container of a service, if there is one. */
  void remove(String service) throws OpsException {
    Processes.run(engine.compose("rm", "--stop", "--force", service), Duration.ofMinutes(2))
        .expectSuccess("stop " + service, "See whether the engine is started.");
  }

  /**
   * Waits until one is healthy.
   *
   * @param restarts that it had before, which are not held against it
   * @param tried as in "Tried to …"
   * @throws OpsException with the last lines that it wrote, if it ends by itself or is not healthy
   *     in time
   */
  void awaitHealthy(String service, int restarts, Duration limit, String tried)
      throws OpsException {
    Poller poller = new Poller(limit, Duration.ofMillis(500));
    do {
      State state = state(service);
      if (state.isHealthy()) {
        return;
      }
      if (state.restarts() > restarts || !state.status().matches("running|created")) {
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

  /** The last lines that it wrote. */
  String lastLines(String service) throws OpsException {
    return Processes.run(engine.call("logs", "--tail", "8", engine.container(service)), LIMIT)
        .indentedOutput();
  }

  /** So many of the last lines that it wrote, on either stream. */
  String written(String service, int lines) throws OpsException {
    ProcessResult outcome =
        Processes.run(
            engine.call(
                "logs", "--timestamps", "--tail", String.valueOf(lines), engine.container(service)),
            LIMIT);
    return outcome.stdout() + outcome.stderr();
  }

  /** MB that it takes, without what the kernel keeps of files. */
  long memory(String service) throws OpsException {
    String said =
        Processes.ask(
            engine.call(
                "stats", "--no-stream", "--format", "{{.MemUsage}}", engine.container(service)),
            LIMIT,
            "ask what memory " + service + " takes",
            "See whether it runs.");
    return Memory.megabytes(said);
  }
}
