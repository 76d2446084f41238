package family.garden.ops.cli;

import family.garden.ops.recovery.Recovery;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "recovery-sheet",
    description =
        "Prints what a new card needs besides the backups: settings and secrets, with the key of "
            + "the backups. Keep it away from this machine, where nobody else can read it.")
final class RecoverySheetCommand extends ResultCommand {
  @ArgGroup private Way way = new Way();

  /** At most one of these options. */
  static final class Way {
    @Option(
        names = "--to",
        paramLabel = "FILE",
        description = "Writes the sheet into this file, which only root can read.")
    private @Nullable Path to;

    @Option(
        names = "--confirm",
        description = "Records that you keep the sheet away from this machine.")
    private boolean confirm;

    @Option(
        names = "--bring-back",
        paramLabel = "FILE",
        description =
            "On a new card, before the first deploy: installs the settings and secrets of the sheet.")
    private @Nullable Path bringBack;
  }

  @Override
  CommandResult run() throws OpsException {
    Recovery recovery = new Recovery(load());
    if (way.bringBack != null) {
      return recovery.bringBack(way.bringBack, progress());
    }
    if (way.to != null) {
      return recovery.writeTo(way.to);
    }
    return way.confirm ? recovery.confirm() : recovery.sheet();
  }
}
