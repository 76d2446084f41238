package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "prune",
    description = "Deletes backups that need not be kept (BOOKING_BACKUP_KEEP), here and off box.")
final class BackupPruneCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Backups(common.load(), common.progress()).prune());
  }
}
