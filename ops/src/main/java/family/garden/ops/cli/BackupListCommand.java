package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Listed;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "All backups, and which of them are verified.")
final class BackupListCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Listed(new Backups(common.load(), common.progress()).list()));
  }
}
