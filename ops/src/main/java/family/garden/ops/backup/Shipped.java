package family.garden.ops.backup;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.List;
import java.util.Optional;

/**
 * What was taken out of the archive.
 *
 * @param segments how many WAL segments
 * @param isCopied whether they have a remote copy; otherwise they are encrypted, on this machine
 *     only
 * @param gap the segment that is missing, where one is
 */
public record Shipped(int segments, boolean isCopied, Optional<String> gap)
    implements CommandResult {
  @Override
  public List<String> lines() {
    return List.of(
        "%d WAL segments %s."
            .formatted(
                segments,
                isCopied ? "copied to the remote copy" : "encrypted, on this machine only"));
  }

  @Override
  public ExitCode exitCode() {
    return gap.isPresent() ? ExitCode.NOT_WELL : ExitCode.DONE;
  }
}
