package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Kind;
import family.garden.ops.backup.Listed;
import family.garden.ops.report.Trouble;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    description =
        "Makes a backup, restores it beside the live one, compares, tries it, copies it off.")
final class BackupCreateVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Option(
      names = "--base",
      description = "All files: with the journal, every moment after it can be restored.")
  private boolean base;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown in the list.")
  private String reason = "by hand";

  @Override
  public Integer call() throws Trouble {
    Backups backups = new Backups(common.load(), common.progress());
    return common.tell(new Listed(List.of(backups.create(base ? Kind.BASE : Kind.DUMP, reason))));
  }
}
