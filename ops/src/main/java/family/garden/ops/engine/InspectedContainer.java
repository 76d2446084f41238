package family.garden.ops.engine;

import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A container of the stack, as "docker inspect" describes it; what it leaves out is empty. */
public record InspectedContainer(Node node) {
  /** For a service that has no container: every value is empty. */
  public static final InspectedContainer NONE = new InspectedContainer(Node.NOTHING);

  private static final String SECRETS = "/run/secrets/";

  public static List<InspectedContainer> all(String inspected) throws OpsException {
    return Json.tree(inspected, "what the engine says of the containers").stream()
        .map(InspectedContainer::new)
        .toList();
  }

  public boolean exists() {
    return !status().isEmpty();
  }

  public String service() {
    return label("service");
  }

  /** Whether "compose run" made it; such a container is not started again. */
  public boolean isOneOff() {
    return label("oneoff").equals("True");
  }

  /** A label that Compose set, by the end of its name. */
  public String label(String name) {
    return node.path("Config", "Labels", "com.docker.compose." + name).text();
  }

  /** The image as images.env names it. */
  public String image() {
    return node.path("Config", "Image").text();
  }

  /** Created, running, restarting, exited …; empty where there is no container. */
  public String status() {
    return node.path("State", "Status").text();
  }

  public boolean isRunning() {
    return status().equals("running");
  }

  /** Starting, healthy or unhealthy; empty where the container has no health check. */
  public String health() {
    return node.path("State", "Health", "Status").text();
  }

  public boolean isHealthy() {
    return isRunning() && health().equals("healthy");
  }

  /** How often the engine started it again by itself. */
  public int restarts() {
    return (int) node.path("RestartCount").number();
  }

  public boolean isKilledForMemory() {
    return node.path("State", "OOMKilled").isTrue();
  }

  public Optional<Instant> createdAt() {
    return moment(node.path("Created").text());
  }

  public Optional<Instant> startedAt() {
    return moment(node.path("State", "StartedAt").text());
  }

  /** The files of this machine that it has mounted as secrets. */
  public List<Path> secrets() {
    return node.path("Mounts").stream()
        .filter(mount -> mount.path("Destination").text().startsWith(SECRETS))
        .map(mount -> Path.of(mount.path("Source").text()))
        .toList();
  }

  /** Whether it has a file of this machine mounted as the secret of that name. */
  public boolean hasSecret(String name, String file) {
    return node.path("Mounts").stream()
        .anyMatch(
            mount ->
                mount.path("Destination").text().equals(SECRETS + name)
                    && mount.path("Source").text().equals(file));
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
