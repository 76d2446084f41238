package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.engine.Engine;
import family.garden.ops.engine.InspectedContainer;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.process.Command;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.proxy.Colour;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The containers that run with other settings than a file has now.
 *
 * @param server whether the live server is one of them
 * @param others the other services, in the order in which they are replaced
 */
record Drift(boolean server, List<String> others) {
  /** Makes the certificates and ends. */
  static final String CERTIFICATES = "certificates";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  boolean isNone() {
    return !server && others.isEmpty();
  }

  /** Whether a service exists once, and not once for each colour. */
  static boolean isOther(String service) {
    return !service.matches("(server|pages)-.*");
  }

  /** Compares what runs with a file of settings. */
  static Drift of(Settings settings, Path values, Colour live) throws OpsException {
    Engine engine = new Engine(settings);
    Path images = settings.places().images();
    Map<String, String> hashes = new HashMap<>();
    for (String line :
        ask(engine.composeWithSettings(values, images, "config", "--hash", "*")).lines().toList()) {
      String[] words = line.split(" ", 2);
      hashes.put(words[0], words[1]);
    }
    Node files =
        Json.tree(
            ask(engine.composeWithSettings(values, images, "config", "--format", "json")),
            "the Compose file");
    Map<String, InspectedContainer> containers = containers(engine);
    // The standby server does not run, and its image may be gone.
    containers.keySet().removeIf(name -> !isOther(name) && !name.equals(live.service()));
    Set<String> differing = differing(engine, values, images, containers, hashes, files);
    List<String> others = new ArrayList<>();
    List<String> order = new ArrayList<>(List.of(CERTIFICATES));
    for (BackingService service : BackingService.values()) {
      order.add(service.composeName());
    }
    containers.keySet().stream().filter(name -> !order.contains(name)).sorted().forEach(order::add);
    for (String service : order) {
      if (differing.contains(service) && isOther(service)) {
        others.add(service);
      }
    }
    return new Drift(
        !containers.containsKey(live.service()) || differing.contains(live.service()), others);
  }

  /**
   * Compose computes the hash of a service with its dependencies, or without them where it was
   * started with --no-deps. So a container is compared with both.
   */
  private static Set<String> differing(
      Engine engine,
      Path values,
      Path images,
      Map<String, InspectedContainer> containers,
      Map<String, String> hashes,
      Node files)
      throws OpsException {
    Set<String> differing = new HashSet<>();
    List<String> unclear = new ArrayList<>();
    containers.forEach(
        (service, container) -> {
          if (!hashes.containsKey(service)
              || hasOtherSecrets(files.path("services", service), container, files)) {
            differing.add(service);
          } else if (!container.label("config-hash").equals(hashes.get(service))) {
            unclear.add(service);
          }
        });
    if (!unclear.isEmpty()) {
      ProcessResult would =
          Processes.run(
              engine
                  .composeWithSettings(values, images, "--dry-run", "up", "--detach", "--no-deps")
                  .with(unclear.toArray(String[]::new)),
              LIMIT);
      would.expectSuccess("compare the settings with what runs", "Put settings.env right.");
      for (String service : unclear) {
        if (would
            .indentedOutput()
            .contains("Container " + engine.container(service) + "  Recreate")) {
          differing.add(service);
        }
      }
    }
    return differing;
  }

  private static String ask(Command command) throws OpsException {
    return Processes.run(command, LIMIT)
        .expectSuccess("compare the settings with what runs", "Put settings.env right.");
  }

  private static Map<String, InspectedContainer> containers(Engine engine) throws OpsException {
    Map<String, InspectedContainer> containers = new HashMap<>();
    for (InspectedContainer container : new Containers(engine).all()) {
      if (!container.isOneOff()) {
        containers.put(container.service(), container);
      }
    }
    return containers;
  }

  /** Compose does not compare the paths of secrets. */
  private static boolean hasOtherSecrets(Node service, InspectedContainer container, Node files) {
    return service.path("secrets").stream()
        .map(secret -> secret.path("source").text())
        .anyMatch(name -> !container.hasSecret(name, files.path("secrets", name, "file").text()));
  }
}
