package family.garden.ops.preflight;

import family.garden.ops.release.Release;
import java.util.Map;
import java.util.Optional;

/**
 * What a deploy would do.
 *
 * @param release that is to serve
 * @param running that serves now; empty on an empty machine, or where nobody knows
 * @param schema of the database now; empty like {@code running}
 * @param images images.env as it would be
 */
public record DeployRequest(
    Release release,
    Optional<Release> running,
    Optional<Release.Schema> schema,
    Map<String, String> images) {}
