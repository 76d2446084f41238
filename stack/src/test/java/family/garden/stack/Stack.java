package family.garden.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.testkit.StackCopy;
import family.garden.testkit.Testbed;
import java.time.Duration;
import java.util.List;

/** A copy of the stack, and what the engine and Compose know of it. */
final class Stack extends StackCopy implements Running {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Stack(String name, List<String> options) {
    super(name, options);
  }

  /** Builds what changed, starts it and waits until it is healthy. */
  static Stack up(String name, String... options) {
    return new Stack(name, List.of(options));
  }

  /** The main process of the container of a service, as this machine numbers it. */
  long process(String service) {
    return inspect(service).path("State").path("Pid").asLong();
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(2);
  }

  /** The whole Compose file as this copy sees it, with the services of all profiles. */
  JsonNode config() {
    return json(compose("--profile", "*", "config", "--format", "json"));
  }

  /** What the engine knows of the container of a service. */
  JsonNode inspect(String service) {
    return json(Testbed.docker("inspect", container(service))).get(0);
  }

  /** How a service is connected to a network of the copy. */
  JsonNode network(String service, String network) {
    JsonNode found =
        inspect(service).at("/NetworkSettings/Networks").path("booking-" + name() + "_" + network);
    if (found.isMissingNode()) {
      throw new AssertionError(service + " is not in " + network);
    }
    return found;
  }

  String address(String service, String network) {
    return network(service, network).path("IPAddress").asText();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }
}
