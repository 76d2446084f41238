package family.garden.ops.deploy;

import family.garden.ops.StackWithCtl;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.release.Publisher;
import family.garden.ops.result.OpsException;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds releases that differ from what runs, and publishes them for one box. */
final class Releasing {
  private static final String VERSION = System.getenv().getOrDefault("VERSION", "0.1.0-SNAPSHOT");
  private static final String SERVER = "booking-server:" + VERSION;

  private final String name;
  private final Path folder;
  private final Publisher publisher;

  /** Pins its key for the box whose folder this is. */
  Releasing(String name, Path folder) throws IOException, GeneralSecurityException {
    this.name = name;
    this.folder = folder;
    this.publisher = new Publisher(Files.createDirectories(folder.resolve("releases")));
    publisher.pin(folder.resolve("keys.pem"));
    // Deploys may remove what ran here first, but the next releases are built on it.
    Testbed.docker("tag", SERVER, stays(VERSION));
  }

  private String stays(String version) {
    return "booking-stays-%s:%s".formatted(name, version);
  }

  /** What runs, under another version; a deploy of others does not remove its image. */
  void publishToStay(String version) throws Exception {
    Map<String, String> images = images(version, "");
    for (String tag :
        List.of(stays(version), "booking-stays-here-%s:%s".formatted(name, version))) {
      Testbed.docker("tag", images.getOrDefault("server", ""), tag);
    }
    publish(version, schema(), images);
  }

  /**
   * A server that differs.
   *
   * @param difference lines of a Dockerfile
   */
  void publish(String version, String difference) throws Exception {
    publish(version, schema(), images(version, difference));
  }

  void publish(String version, String difference, long schema, long worksFrom)
      throws IOException, GeneralSecurityException, OpsException {
    publish(
        version, Map.of("version", schema, "worksFrom", worksFrom), images(version, difference));
  }

  /** With a PostgreSQL, a Redis and an nginx of its own. */
  void publishWithOtherServices(String version) throws Exception {
    Map<String, String> images = images(version, "");
    for (String part : List.of("database", "cache", "web")) {
      String other = build(version + "-" + part, "booking-" + part, "LABEL made-for=" + version);
      images.put(part.equals("web") ? "proxy" : part, other);
    }
    publish(version, schema(), images);
  }

  private void publish(String version, Map<String, Long> schema, Map<String, String> images)
      throws IOException, GeneralSecurityException, OpsException {
    publisher.publish(
        version,
        Json.write(
            Map.of(
                "version",
                version,
                "commit",
                "abcdef1",
                "created",
                "2026-01-01T00:00:00Z",
                "schema",
                schema,
                "images",
                images)));
  }

  private static Map<String, Long> schema() throws OpsException {
    Node schema =
        Json.tree(Testbed.docker("run", "--rm", "--network=none", SERVER, "schema"), "the schema");
    return Map.of(
        "version", schema.path("version").number(), "worksFrom", schema.path("worksFrom").number());
  }

  /** What runs, with another server. */
  private Map<String, String> images(String version, String difference)
      throws IOException, OpsException {
    Map<String, String> runs = new ImagesFile(folder.resolve("images.env")).read();
    Map<String, String> images = new HashMap<>();
    images.put("server", build(version, difference));
    images.put("web", runs.getOrDefault("BOOKING_PROXY_IMAGE", ""));
    for (BackingService service : BackingService.values()) {
      images.put(service.composeName(), runs.getOrDefault(service.setting(), ""));
    }
    return images;
  }

  private String build(String version, String difference) throws IOException {
    return build(version, "booking-server", "ENV BOOKING_VERSION=" + version + "\n" + difference);
  }

  private String build(String version, String from, String difference) throws IOException {
    Path recipe = Files.createDirectories(folder.resolve("variants").resolve(version));
    Files.writeString(
        recipe.resolve("Dockerfile"),
        "FROM %s:%s\nLABEL family.garden.test=%s\n%s\n".formatted(from, VERSION, name, difference));
    return Testbed.docker("build", "--quiet", recipe.toString());
  }

  /** Publishes by the pipeline's own program, with the images in a registry and not here. */
  void publish(String version, Registry registry) throws Exception {
    Map<String, String> images = images(version, "");
    List<String> tags = new ArrayList<>();
    for (String image : List.of("server", "web", "database", "cache")) {
      String tag = "booking-%s:%s".formatted(image, version);
      Testbed.docker("tag", images.getOrDefault(image, ""), tag);
      tags.add(tag);
      tags.add("%s-%s:%s".formatted(registry.address(), image, version));
    }
    Programs.run(
            Testbed.program(),
            "with",
            StackWithCtl.ofTheStack("release/publish").toString(),
            "--version",
            version,
            "--commit",
            "abcdef1",
            "--key",
            publisher.keep(folder.resolve("key.pem")).toString(),
            "--to",
            publisher.folder().toString(),
            "--registry",
            registry.address())
        .expectSuccess();
    List<String> forget = new ArrayList<>(List.of("image", "rm", "--force"));
    forget.addAll(tags);
    Testbed.docker(forget.toArray(String[]::new));
  }

  /** The images that were built here, fetched or not, and that nobody removed. */
  Set<String> built() {
    return Testbed.docker("images", "--quiet", "--filter", "label=family.garden.test=" + name)
        .lines()
        .collect(Collectors.toSet());
  }

  /** Removes every image that was built here. */
  void forget() {
    Testbed.docker("image", "rm", stays(VERSION));
    Set<String> remaining = built();
    if (!remaining.isEmpty()) {
      List<String> remove = new ArrayList<>(List.of("image", "rm", "--force"));
      remove.addAll(remaining);
      Testbed.docker(remove.toArray(String[]::new));
    }
  }
}
