package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Shipped;
import family.garden.ops.result.OpsException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "ship",
    description =
        "Takes finished WAL segments and backups off the box, makes a base where none helps.")
final class BackupShipCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    Backups backups = new Backups(common.load(), common.progress());
    Shipped shipped = backups.ship();
    // What it lacked is there then.
    return backups.createMissingBase().isPresent()
        ? common.tell(new Shipped(shipped.segments(), shipped.isCopied(), Optional.empty()))
        : common.tell(shipped);
  }
}
