package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command with the common options, which prints its result. */
abstract class ResultCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  abstract CommandResult run() throws OpsException;

  @Override
  public final Integer call() throws OpsException {
    return common.print(run());
  }

  final Settings load() throws OpsException {
    return common.load();
  }

  final Settings.Partial loadPartial() {
    return common.loadPartial();
  }

  final Progress progress() {
    return common.progress();
  }
}
