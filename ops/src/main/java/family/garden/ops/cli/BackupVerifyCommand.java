package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Listed;
import family.garden.ops.backup.Place;
import family.garden.ops.result.OpsException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = "Restores backups into a scratch database again, compares, and tries them.")
final class BackupVerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Which; the newest of each type if none is named.")
  private List<String> ids = List.of();

  @Option(names = "--from", paramLabel = "PLACE", description = "box (default) or remote.")
  private Place from = Place.BOX;

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Listed(new Backups(common.load(), common.progress()).verify(ids, from)));
  }
}
