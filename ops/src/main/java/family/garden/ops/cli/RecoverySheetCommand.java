package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.recovery.Recovery;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "recovery-sheet",
    description =
        "Prints settings and secrets, the key of the backups among them: what a new card needs "
            + "beside the backups. Keep it off this machine, where nobody else reads it.")
final class RecoverySheetCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @ArgGroup private Way way = new Way();

  /** One at a time. */
  static final class Way {
    @Option(
        names = "--to",
        paramLabel = "FILE",
        description = "Writes it into this file, which only root reads.")
    private @Nullable Path to;

    @Option(names = "--confirm", description = "Notes that it is put away off this machine.")
    private boolean confirm;

    @Option(
        names = "--bring-back",
        paramLabel = "FILE",
        description = "On a new card, before the first deploy: puts all of it in its place.")
    private @Nullable Path bringBack;
  }

  @Override
  public Integer call() throws OpsException {
    return common.tell(result(common.load()));
  }

  private CommandResult result(Settings settings) throws OpsException {
    Recovery recovery = new Recovery(settings);
    if (way.bringBack != null) {
      return recovery.bringBack(way.bringBack);
    }
    if (way.to != null) {
      return recovery.writeTo(way.to);
    }
    return way.confirm ? recovery.confirm() : recovery.sheet();
  }
}
