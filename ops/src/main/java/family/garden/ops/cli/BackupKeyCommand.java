package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "key",
    description = "Where the key of the backups is. Keep a copy of it away from this machine.")
final class BackupKeyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Backups(common.load(), common.progress()).key());
  }
}
