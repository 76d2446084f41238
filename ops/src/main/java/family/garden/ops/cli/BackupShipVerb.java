package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.report.Trouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "ship",
    description = "Takes the finished pieces of the journal off the box; for a timer.")
final class BackupShipVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws Trouble {
    return common.tell(new Backups(common.load(), common.progress()).ship());
  }
}
