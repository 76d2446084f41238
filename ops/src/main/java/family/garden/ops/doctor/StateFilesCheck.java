package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.proxy.Colour;
import family.garden.ops.report.Json;
import family.garden.ops.report.Node;
import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether the files that bookingctl remembers by are whole: a card may lose what was written. */
final class StateFilesCheck implements Check {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String PROFILES = "COMPOSE_PROFILES";

  /** Which setting names the image of a service. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "proxy", "BOOKING_PROXY_IMAGE",
          "database", "BOOKING_DATABASE_IMAGE",
          "cache", "BOOKING_CACHE_IMAGE",
          "server-blue", "BOOKING_BLUE_IMAGE",
          "pages-blue", "BOOKING_BLUE_WEB_IMAGE",
          "server-green", "BOOKING_GREEN_IMAGE",
          "pages-green", "BOOKING_GREEN_WEB_IMAGE");

  @Override
  public String name() {
    return "state";
  }

  @Override
  public List<Finding> look(Settings settings, Seen seen) throws Trouble {
    List<Finding> found = new ArrayList<>();
    Path state = settings.places().state();
    if (!isWhole(state.resolve("installed.json"))) {
      found.add(
          broken(
              state.resolve("installed.json"),
              "has bookingctl ask the server instead; which version a rollback goes back to is"
                  + " lost"));
    }
    if (!isWhole(HalfDeployCheck.state(settings))) {
      found.add(
          broken(
              HalfDeployCheck.state(settings),
              "forgets the deploy that it was of; what that left is found by \"bookingctl doctor\""));
    }
    found.addAll(history(state.resolve("history.jsonl")));
    if (!seen.parts().isEmpty()) {
      images(settings, seen).ifPresent(found::add);
    }
    return found;
  }

  /** Whether a file of JSON is whole, or not there at all. */
  static boolean isWhole(Path file) throws Trouble {
    Optional<String> text = Durable.read(file);
    return text.isEmpty() || isObject(text.get());
  }

  private static boolean isObject(String text) {
    try {
      return !Json.tree(text, "it").names().isEmpty();
    } catch (Trouble e) {
      return false;
    }
  }

  private Finding broken(Path file, String means) {
    return Finding.urgent(
        name(), file + " is empty or cut off", "\"rm %s\" %s.".formatted(file, means));
  }

  private List<Finding> history(Path file) throws Trouble {
    Optional<String> text = Durable.read(file);
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.get().isEmpty()) {
      return List.of(
          Finding.hint(
              name(),
              file + " is empty: what was deployed before is forgotten",
              "\"rm %s\" has the next deploy begin it anew.".formatted(file)));
    }
    List<String> lines = text.get().lines().toList();
    // From the end, so that the numbers of the others stay.
    for (int number = lines.size(); number >= 1; number--) {
      if (!isObject(lines.get(number - 1))) {
        return List.of(
            Finding.urgent(
                name(),
                "line %d of %s is cut off".formatted(number, file),
                "\"sed -i %dd %s\" deletes it.".formatted(number, file)));
      }
    }
    return List.of();
  }

  /** Where images.env says nothing of what runs, a command that writes it again. */
  private Optional<Finding> images(Settings settings, Seen seen) throws Trouble {
    Path file = settings.places().images();
    String text = Durable.read(file).orElse("");
    if (text.contains("BOOKING_PROXY_IMAGE=") && text.contains(PROFILES + "=")) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    values.put(PROFILES, seen.live().orElse(Colour.BLUE).toString());
    Engine engine = new Engine(settings);
    String ids =
        Processes.run(engine.containers(), LIMIT)
            .expectDone("ask the engine what runs", "See whether it is started.");
    if (!ids.isBlank()) {
      String said =
          Processes.run(engine.inspect(ids.lines().toArray(String[]::new)), LIMIT)
              .expectDone("ask the engine which images run", "Try again.");
      for (Node container : Json.tree(said, "what the engine says of the containers")) {
        Node labels = container.path("Config", "Labels");
        String setting = SETTINGS.get(labels.path("com.docker.compose.service").text());
        if (setting != null && !labels.path("com.docker.compose.oneoff").text().equals("True")) {
          values.put(setting, container.path("Config", "Image").text());
        }
      }
    }
    StringBuilder lines = new StringBuilder();
    values.forEach((key, value) -> lines.append(" " + key + "=" + value));
    return Optional.of(
        Finding.urgent(
            name(),
            file + " does not say what runs: no restart, deploy or rollback would work",
            "\"printf '%%s\\n'%s >%s\" writes it again, from what runs.".formatted(lines, file)));
  }
}
