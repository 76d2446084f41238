package family.garden.ops.preflight;

import family.garden.ops.release.Release;
import java.util.Map;
import java.util.Optional;

/**
 * What a deploy would do.
 *
 * @param release to be deployed
 * @param running the release that serves now; empty on a new machine, or where it is unknown
 * @param schema of the database now; empty like {@code running}
 * @param images the content of images.env after the deploy
 */
public record DeployRequest(
    Release release,
    Optional<Release> running,
    Optional<Release.Schema> schema,
    Map<String, String> images) {}
