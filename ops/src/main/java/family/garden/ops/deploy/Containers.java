package family.garden.ops.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.ops.engine.Engine;
import family.garden.ops.preflight.Memory;
import family.garden.ops.process.Outcome;
import family.garden.ops.process.Processes;
import family.garden.ops.report.Json;
import family.garden.ops.report.Trouble;
import java.time.Duration;

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

  State state(String service) throws Trouble {
    Outcome outcome = Processes.run(engine.inspect(engine.container(service)), LIMIT);
    if (!outcome.isDone()) {
      if (outcome.complained().contains("No such")) {
        return new State("gone", "", 0, false);
      }
      throw Trouble.refused(
          "look at " + service, outcome.because(), "See whether the engine is started.");
    }
    JsonNode container = Json.tree(outcome.said(), "what the engine says of " + service).path(0);
    return new State(
        container.at("/State/Status").asText(),
        container.at("/State/Health/Status").asText(),
        container.path("RestartCount").asInt(),
        container.at("/State/OOMKilled").asBoolean());
  }

  /** The last lines that it wrote. */
  String lastWords(String service) throws Trouble {
    Outcome outcome =
        Processes.run(engine.call("logs", "--tail", "8", engine.container(service)), LIMIT);
    return (outcome.said() + outcome.complained()).strip().replace("\n", "\n  ");
  }

  /** MB that it takes, without what the kernel keeps of files. */
  long memory(String service) throws Trouble {
    String said =
        Processes.run(
                engine.call(
                    "stats", "--no-stream", "--format", "{{.MemUsage}}", engine.container(service)),
                LIMIT)
            .expectDone("ask what memory " + service + " takes", "See whether it runs.");
    return Memory.megabytes(said);
  }
}
