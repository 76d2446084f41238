package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
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

  /** Its content; refused if it is not whole, or gone although deploys were done. */
  static Installed read(Path state) throws OpsException {
    Optional<Installed> installed = StateFile.read(file(state), Installed.class);
    if (installed.isEmpty() && new History(state).hasDone()) {
      throw StateFile.damaged(file(state), "it is gone, and the history names deploys");
    }
    return installed.orElse(NOTHING);
  }

  void write(Path state) throws OpsException {
    Durable.write(file(state), Json.write(this));
  }

  static Path file(Path state) {
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
        .recording(List.of(release.images().server(), release.images().web()));
  }

  /** With images that may be removed one day when nothing runs them. */
  Installed recording(Collection<String> more) {
    TreeSet<String> known = new TreeSet<>(images);
    more.stream().filter(image -> image.contains("sha256:")).forEach(known::add);
    return withImages(List.copyOf(known));
  }

  Installed withImages(List<String> remaining) {
    return new Installed(blue, green, schema, remaining);
  }

  /** After this release's migrations; the newer one stays. */
  Installed migrated(Release.Schema brought) {
    Release.Schema newer = schema.filter(s -> s.version() >= brought.version()).orElse(brought);
    return new Installed(blue, green, Optional.of(newer), images);
  }
}
