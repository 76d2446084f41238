package family.garden.ops.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.ops.release.Publisher;
import family.garden.ops.report.Json;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds releases that differ from what runs, and publishes them for one box. */
final class Releasing {
  private static final String SERVER =
      "booking-server:" + System.getenv().getOrDefault("VERSION", "0.1.0-SNAPSHOT");

  private final String name;
  private final Path folder;
  private final Publisher publisher;

  /** Pins its key for the box whose folder this is. */
  Releasing(String name, Path folder) throws IOException, GeneralSecurityException {
    this.name = name;
    this.folder = folder;
    this.publisher = new Publisher(Files.createDirectories(folder.resolve("releases")));
    publisher.pin(folder.resolve("keys.pem"));
  }

  /** What runs, under another version. */
  void publish(String version) throws Exception {
    publish(version, "");
  }

  /**
   * A server that differs.
   *
   * @param difference lines of a Dockerfile
   */
  void publish(String version, String difference) throws Exception {
    JsonNode schema =
        Json.tree(Box.docker("run", "--rm", "--network=none", SERVER, "schema"), "the schema");
    publish(version, difference, schema.path("version").asInt(), schema.path("worksFrom").asInt());
  }

  void publish(String version, String difference, int schema, int worksFrom)
      throws IOException, GeneralSecurityException, Trouble {
    String server = build(version, difference);
    Map<String, String> images = new ImagesFile(folder.resolve("images.env")).read();
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
                Map.of("version", schema, "worksFrom", worksFrom),
                "images",
                Map.of(
                    "server", server,
                    "web", images.get("BOOKING_PROXY_IMAGE"),
                    "proxy", images.get("BOOKING_PROXY_IMAGE"),
                    "database", images.get("BOOKING_DATABASE_IMAGE"),
                    "cache", images.get("BOOKING_CACHE_IMAGE")))));
  }

  private String build(String version, String difference) throws IOException {
    Path recipe = Files.createDirectories(folder.resolve("variants").resolve(version));
    Files.writeString(
        recipe.resolve("Dockerfile"),
        "FROM %s\nENV BOOKING_VERSION=%s\nLABEL family.garden.test=%s\n%s\n"
            .formatted(SERVER, version, name, difference));
    return Box.docker("build", "--quiet", recipe.toString());
  }

  /** Publishes by the pipeline's own program, with the images in a registry and not here. */
  void publish(String version, Registry registry) throws Exception {
    Map<String, String> images = new HashMap<>(new ImagesFile(folder.resolve("images.env")).read());
    images.put("BOOKING_SERVER_IMAGE", build(version, ""));
    images.put("BOOKING_WEB_IMAGE", images.getOrDefault("BOOKING_PROXY_IMAGE", ""));
    List<String> tags = new ArrayList<>();
    for (String image : List.of("server", "web", "database", "cache")) {
      String tag = "booking-%s:%s".formatted(image, version);
      String digest =
          images.getOrDefault("BOOKING_" + image.toUpperCase(Locale.ROOT) + "_IMAGE", "");
      Box.docker("tag", digest, tag);
      tags.add(tag);
      tags.add("%s-%s:%s".formatted(registry.address(), image, version));
    }
    Box.run(
            List.of(
                "with",
                Path.of(Box.TESTBED).resolveSibling("../release/publish").normalize().toString(),
                "--version",
                version,
                "--commit",
                "abcdef1",
                "--key",
                publisher.keep(folder.resolve("key.pem")).toString(),
                "--to",
                publisher.folder().toString(),
                "--registry",
                registry.address()))
        .expectDone();
    List<String> forget = new ArrayList<>(List.of("image", "rm", "--force"));
    forget.addAll(tags);
    Box.docker(forget.toArray(String[]::new));
  }

  /** Removes every image that was built here. */
  void forget() {
    String left = Box.docker("images", "--quiet", "--filter", "label=family.garden.test=" + name);
    if (!left.isEmpty()) {
      List<String> remove = new ArrayList<>(List.of("image", "rm", "--force"));
      remove.addAll(left.lines().distinct().toList());
      Box.docker(remove.toArray(String[]::new));
    }
  }
}
