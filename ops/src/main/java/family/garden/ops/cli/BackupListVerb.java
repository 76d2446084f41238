package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Listed;
import family.garden.ops.report.Trouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "All backups, and which of them are proven.")
final class BackupListVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws Trouble {
    return common.tell(new Listed(new Backups(common.load(), common.progress()).list()));
  }
}
