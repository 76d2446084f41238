package family.garden.ops.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A release, as its publisher describes it in a signed release.json.
 *
 * @param version like 1.4.0
 * @param commit the sources that it was built from, 7 to 64 hexadecimal digits
 * @param created when its publisher described it; empty where only its running server describes it
 * @param images what runs
 * @param schema the schema that its migrations make
 * @param compose the text of compose.yaml that this release was tested with; empty if it brings
 *     none and runs with the installed file
 * @param monitoring the image of the monitoring; empty in one that brings none
 */
public record Release(
    Version version,
    String commit,
    Optional<Instant> created,
    Images images,
    Schema schema,
    Optional<String> compose,
    Optional<String> monitoring) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
  private static final Pattern DIGEST =
      Pattern.compile("([a-z0-9][a-z0-9.:/_-]*@)?sha256:[0-9a-f]{64}");

  public Release {
    if (!COMMIT.matcher(commit).matches()) {
      throw new IllegalArgumentException("the commit is no commit: " + commit);
    }
    if (compose.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("compose.yaml is empty");
    }
    monitoring.ifPresent(Release::expectDigest);
  }

  private static void expectDigest(String image) {
    if (!DIGEST.matcher(image).matches()) {
      throw new IllegalArgumentException("an image is not named by its digest: " + image);
    }
  }

  /** One that brings no compose.yaml and no monitoring. */
  public Release(Version version, String commit, Instant created, Images images, Schema schema) {
    this(version, commit, Optional.of(created), images, schema, Optional.empty(), Optional.empty());
  }

  public Release withCompose(Optional<String> other) {
    return new Release(version, commit, created, images, schema, other, monitoring);
  }

  /**
   * The images, each by its digest: {@code name@sha256:…}, or {@code sha256:…} for one that is on
   * this machine already. Tags are refused, since a tag can move.
   *
   * @param server the service
   * @param web the pages
   * @param proxy nginx
   * @param database PostgreSQL
   * @param cache Redis
   */
  public record Images(String server, String web, String proxy, String database, String cache) {
    public Images {
      for (String image : List.of(server, web, proxy, database, cache)) {
        expectDigest(image);
      }
    }

    public boolean hasSameServer(Images other) {
      return server.equals(other.server) && web.equals(other.web);
    }
  }

  /**
   * The database's schema.
   *
   * @param version the newest migration of this release; 1 or more
   * @param worksFrom servers of this schema version and newer run on it; 1 to {@code version},
   *     empty where nobody knows
   */
  public record Schema(int version, Optional<Integer> worksFrom) {
    public Schema {
      if (version < 1 || worksFrom.filter(from -> from < 1 || from > version).isPresent()) {
        throw new IllegalArgumentException(
            "the schema %d cannot work from %s on"
                .formatted(version, worksFrom.map(String::valueOf).orElse("an unknown one")));
      }
    }

    public Schema(int version, int worksFrom) {
      this(version, Optional.of(worksFrom));
    }

    /** Whether a server of another release runs on this schema, as far as is known. */
    public boolean carries(Schema other) {
      return worksFrom.filter(from -> other.version() < from).isEmpty();
    }
  }
}
