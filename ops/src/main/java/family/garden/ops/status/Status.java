package family.garden.ops.status;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.report.ExitCode;
import family.garden.ops.report.Json;
import family.garden.ops.report.Told;
import family.garden.ops.report.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What runs. */
public record Status(List<Part> parts) implements Told {
  /** Ends by itself when its work is done. */
  private static final String ONE_SHOT = "certificates";

  public static Status of(Settings settings) throws Trouble {
    Engine engine = new Engine(settings);
    String said =
        Processes.run(engine.containers(), Duration.ofSeconds(30))
            .expectDone("ask the engine what runs", "See whether it is started.");
    List<Part> parts = new ArrayList<>();
    for (String line : said.lines().toList()) {
      parts.add(part(Json.tree(line, "what the engine says of a container")));
    }
    return new Status(parts);
  }

  private static Part part(JsonNode container) {
    String labels = container.path("Labels").asText();
    String service = "";
    for (String label : labels.split(",", -1)) {
      if (label.startsWith("com.docker.compose.service=")) {
        service = label.substring(label.indexOf('=') + 1);
      }
    }
    String status = container.path("Status").asText();
    String health =
        status.contains("(healthy)")
            ? "healthy"
            : status.contains("(unhealthy)")
                ? "unhealthy"
                : status.contains("(health: starting)") ? "starting" : "";
    return new Part(
        service, container.path("State").asText(), health, container.path("Image").asText());
  }

  @Override
  public List<String> lines() {
    return parts.stream()
        .map(part -> "%-14s %-10s %s".formatted(part.service(), part.state(), part.health()))
        .toList();
  }

  @Override
  public ExitCode exitCode() {
    boolean well =
        !parts.isEmpty()
            && parts.stream().filter(p -> !p.service().equals(ONE_SHOT)).allMatch(Part::isWell);
    return well ? ExitCode.DONE : ExitCode.NOT_WELL;
  }
}
