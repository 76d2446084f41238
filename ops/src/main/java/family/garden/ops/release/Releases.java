package family.garden.ops.release;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Sha256;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The published releases. {@code index} has a line for each: its version and the SHA-256 of its
 * description, {@code VERSION/release.json}, whose signature is {@code VERSION/release.json.sig}.
 * The index is not signed: a forged one can hide a release, but not add one.
 */
public final class Releases {
  private final Settings settings;

  public Releases(Settings settings) {
    this.settings = settings;
  }

  private record Entry(Version version, String digest) {}

  /**
   * The release of this version, or whose description has this digest.
   *
   * @param name like 1.4.0, or sha256: and 64 hexadecimal digits
   * @throws OpsException if there is none, or its signature is wrong
   */
  public Release find(String name) throws OpsException {
    if (!Version.isOne(name) && !name.matches("sha256:[0-9a-f]{64}")) {
      throw OpsException.refused(
          "find the release \"" + name + "\"",
          "it is neither a version like 1.4.0 nor a digest like sha256:…",
          "\"bookingctl releases\" shows what there is.");
    }
    for (Entry entry : index()) {
      if (entry.version().text().equals(name) || entry.digest().equals(name)) {
        return read(entry);
      }
    }
    throw OpsException.refused(
        "find the release \"" + name + "\"",
        "it is not in the index of " + settings.releases().source(),
        "\"bookingctl releases\" shows what there is.");
  }

  /**
   * The one with the highest version; a pre-release only where the keeper wants those.
   *
   * @throws OpsException if there is none, or its signature is wrong
   */
  public Release newest() throws OpsException {
    return newestIfAny()
        .orElseThrow(
            () ->
                OpsException.refused(
                    "find the newest release",
                    "the index of "
                        + settings.releases().source()
                        + " has none"
                        + (settings.releases().preReleases() ? "" : " that is not a pre-release"),
                    "Wait until one is published, or name the version that you want."));
  }

  /** As {@link #newest}; empty where there is none. */
  public Optional<Release> newestIfAny() throws OpsException {
    Optional<Entry> newest =
        index().stream()
            .filter(entry -> settings.releases().preReleases() || !entry.version().isPreRelease())
            .max(Comparator.comparing(Entry::version));
    return newest.isEmpty() ? Optional.empty() : Optional.of(read(newest.get()));
  }

  public List<Version> published() throws OpsException {
    return index().stream().map(Entry::version).sorted(Comparator.reverseOrder()).toList();
  }

  private List<Entry> index() throws OpsException {
    String text = new String(source().read("index"), StandardCharsets.UTF_8);
    List<Entry> entries = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      List<String> words = List.of(line.strip().split(" +", -1));
      if (words.size() != 2 || !Version.isOne(words.getFirst())) {
        throw OpsException.refused(
            "read the index of " + settings.releases().source(),
            "a line of it is not a version and a digest: " + line,
            "Tell the publisher.");
      }
      entries.add(new Entry(new Version(words.getFirst()), words.getLast()));
    }
    return entries;
  }

  private Release read(Entry entry) throws OpsException {
    String name = entry.version() + "/release.json";
    Signatures signatures = Signatures.of(settings.releases().keys());
    Source source = source();
    byte[] described = source.read(name);
    signatures.check(described, source.read(name + ".sig"), "release " + entry.version());
    Release release = Json.read(new String(described, StandardCharsets.UTF_8), Release.class, name);
    if (!release.version().equals(entry.version())
        || !entry.digest().equals("sha256:" + Sha256.of(described))) {
      throw OpsException.refused(
          "read the release " + entry.version(),
          "the index and the description that was signed do not speak of the same release",
          "Do not use it, and tell the publisher.");
    }
    if (release.created().isEmpty() || release.schema().worksFrom().isEmpty()) {
      throw OpsException.refused(
          "read the release " + entry.version(),
          "its description lacks \"created\" or \"worksFrom\"",
          "Tell the publisher.");
    }
    return release;
  }

  private Source source() throws OpsException {
    return Source.of(settings.releases().source());
  }
}
