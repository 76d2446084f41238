package family.garden.ops.backup;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of pruning.
 *
 * @param backups their ids
 * @param segments how many WAL segments
 * @param leftInRemoteCopy why nothing was deleted in the remote copy; the next time tries again
 */
public record Pruned(List<String> backups, int segments, Optional<String> leftInRemoteCopy)
    implements CommandResult {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Deleted %d backups and %d WAL segments.".formatted(backups.size(), segments));
    leftInRemoteCopy.ifPresent(why -> lines.add("The remote copy has them still. " + why));
    return lines;
  }

  @Override
  public ExitCode exitCode() {
    return leftInRemoteCopy.isPresent() ? ExitCode.NOT_WELL : ExitCode.DONE;
  }
}
