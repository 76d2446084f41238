package family.garden.ops.deploy;

import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import java.util.Optional;

/**
 * What serves.
 *
 * @param colour that people get
 * @param release that it runs; empty on an empty machine, or where nothing answers and no deploy
 *     wrote it down
 * @param previous that the other colour ran last
 */
public record LiveReleases(Colour colour, Optional<Release> release, Optional<Release> previous) {}
