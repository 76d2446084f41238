package family.garden.ops.backup;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.List;
import java.util.Optional;

/**
 * What was taken out of the archive.
 *
 * @param pieces how many pieces of the journal
 * @param isOffBox whether they are off the box; otherwise encrypted, on this machine
 * @param gap the piece that is missing, where one is
 */
public record Shipped(int pieces, boolean isOffBox, Optional<String> gap) implements CommandResult {
  @Override
  public List<String> lines() {
    return List.of(
        "%d pieces of the journal %s."
            .formatted(pieces, isOffBox ? "taken off the box" : "encrypted, on this machine only"));
  }

  @Override
  public ExitCode exitCode() {
    return gap.isPresent() ? ExitCode.NOT_WELL : ExitCode.DONE;
  }
}
