package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.report.Json;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What was put on this machine, in installed.json of the state folder.
 *
 * @param blue the release that blue runs or ran last
 * @param green the same of green
 * @param schema of the database, as far as a deploy brought it; it never goes back
 * @param images all that deploys brought here and nothing removed yet
 */
record Installed(
    Optional<Release> blue,
    Optional<Release> green,
    Optional<Release.Schema> schema,
    List<String> images) {
  static final Installed NOTHING =
      new Installed(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  static Installed read(Path state) throws Trouble {
    Optional<String> text = Durable.read(file(state));
    return text.isEmpty() ? NOTHING : Json.read(text.get(), Installed.class, "installed.json");
  }

  void write(Path state) throws Trouble {
    Durable.write(file(state), Json.write(this));
  }

  private static Path file(Path state) {
    return state.resolve("installed.json");
  }

  Optional<Release> of(Colour colour) {
    return colour == Colour.BLUE ? blue : green;
  }

  Installed with(Colour colour, Optional<Release> release) {
    return new Installed(
        colour == Colour.BLUE ? release : blue,
        colour == Colour.GREEN ? release : green,
        schema,
        images);
  }

  /** With a release whose images a deploy brings here, and may remove again one day. */
  Installed bringing(Colour colour, Release release) {
    return with(colour, Optional.of(release))
        .knowing(List.of(release.images().server(), release.images().web()));
  }

  /** With images that may be removed one day when nothing runs them. */
  Installed knowing(Collection<String> more) {
    TreeSet<String> known = new TreeSet<>(images);
    more.stream().filter(image -> image.contains("sha256:")).forEach(known::add);
    return withImages(List.copyOf(known));
  }

  Installed withImages(List<String> left) {
    return new Installed(blue, green, schema, left);
  }

  /** After this release's migrations; the newer one stays. */
  Installed migrated(Release.Schema brought) {
    Release.Schema newer = schema.filter(s -> s.version() >= brought.version()).orElse(brought);
    return new Installed(blue, green, Optional.of(newer), images);
  }
}
