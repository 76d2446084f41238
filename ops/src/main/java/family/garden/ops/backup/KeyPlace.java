package family.garden.ops.backup;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.List;

/** Where the key of the backups is; never the key itself. */
public record KeyPlace(String file, boolean isThere) implements CommandResult {
  @Override
  public List<String> lines() {
    return List.of(
        file + (isThere ? "" : " (missing)"),
        "Without it no backup can ever be opened: keep a copy of it away from this machine.");
  }

  @Override
  public ExitCode exitCode() {
    return isThere ? ExitCode.DONE : ExitCode.NOT_WELL;
  }
}
