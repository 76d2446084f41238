package family.garden.ops.deploy;

import family.garden.ops.config.SettingsFile;
import family.garden.ops.disk.Durable;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** images.env: which image each service runs, and which colours run, also after the next boot. */
record ImagesFile(Path path) {
  private static final String PROFILES = "COMPOSE_PROFILES";

  /** A name, or a digest that is whole. */
  private static final String IMAGE = "(?!.*sha256:).+|.*sha256:[0-9a-f]{64}";

  /** Its content; empty where there is no such file, refused where it is not whole. */
  Map<String, String> read() throws OpsException {
    if (Files.notExists(path)) {
      return Map.of();
    }
    Map<String, String> images;
    try {
      images = SettingsFile.read(path);
    } catch (OpsException e) {
      throw StateFile.damaged(path, e.getMessage());
    }
    List<String> missing = missing(images);
    if (!missing.isEmpty()) {
      throw StateFile.damaged(
          path, "it is empty or cut off: it does not say " + String.join(", ", missing));
    }
    return images;
  }

  static List<String> missing(Map<String, String> images) {
    List<String> needed = new ArrayList<>();
    List<String> profiles = List.of(images.getOrDefault(PROFILES, "").split(",", -1));
    for (Colour colour : Colour.values()) {
      if (profiles.contains(colour.toString())) {
        needed.add(colour.setting("IMAGE"));
        needed.add(colour.setting("WEB_IMAGE"));
      }
    }
    List<String> missing = new ArrayList<>(needed.isEmpty() ? List.of(PROFILES) : List.of());
    for (BackingService service : BackingService.values()) {
      needed.add(service.setting());
    }
    needed.stream()
        .filter(name -> !images.getOrDefault(name, "").matches(IMAGE))
        .forEach(missing::add);
    return missing;
  }

  void write(Map<String, String> images) throws OpsException {
    Durable.write(
        path,
        images.entrySet().stream()
            .map(image -> image.getKey() + "=" + image.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  /** The same with another release for a colour. */
  static Map<String, String> with(Map<String, String> images, Colour colour, Release release) {
    Map<String, String> changed = new LinkedHashMap<>(images);
    changed.put(colour.setting("IMAGE"), release.images().server());
    changed.put(colour.setting("WEB_IMAGE"), release.images().web());
    return changed;
  }

  /** The same with the services that a release was made with. */
  static Map<String, String> withServices(Map<String, String> images, Release release) {
    Map<String, String> changed = new LinkedHashMap<>(images);
    for (BackingService service : BackingService.values()) {
      changed.put(service.setting(), service.of(release));
    }
    return changed;
  }

  static Map<String, String> first(Colour colour, Release release) {
    return with(withServices(Map.of(PROFILES, colour.toString()), release), colour, release);
  }

  /** The same with these colours running, and every other profile that the keeper chose. */
  static Map<String, String> running(Map<String, String> images, Colour... colours) {
    Map<String, String> changed = new LinkedHashMap<>(images);
    StringBuilder profiles = new StringBuilder();
    for (Colour colour : colours) {
      profiles.append(profiles.isEmpty() ? "" : ",").append(colour);
    }
    for (String other : images.getOrDefault(PROFILES, "").split(",", -1)) {
      if (!other.isEmpty() && !other.equals("blue") && !other.equals("green")) {
        profiles.append(',').append(other);
      }
    }
    changed.put(PROFILES, profiles.toString());
    return changed;
  }

  /** The images of a colour, with those of the services that have none. */
  static Optional<Release.Images> of(Map<String, String> images, Colour colour) {
    String server = images.getOrDefault(colour.setting("IMAGE"), "");
    String web = images.getOrDefault(colour.setting("WEB_IMAGE"), "");
    if (server.isEmpty() || web.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Release.Images(
              server,
              web,
              images.getOrDefault("BOOKING_PROXY_IMAGE", web),
              images.getOrDefault("BOOKING_DATABASE_IMAGE", server),
              images.getOrDefault("BOOKING_CACHE_IMAGE", server)));
    } catch (IllegalArgumentException e) {
      // Put there by hand, by a name that is no digest.
      return Optional.empty();
    }
  }
}
