package family.garden.ops.cli;

import family.garden.ops.backup.Backup;
import family.garden.ops.backup.BackupType;
import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Listed;
import family.garden.ops.config.Settings;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    description =
        "Makes a backup, restores it beside the live one, compares, tries it, copies it off.")
final class BackupCreateCommand implements Callable<Integer> {
  private static final int LONGEST = 200;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--base",
      description = "All files: with the WAL, every moment after it can be restored.")
  private boolean base;

  @Option(
      names = "--scheduled",
      description =
          "What the nightly timer makes: a base where one is due (BOOKING_BACKUP_BASE_DAYS),"
              + " otherwise a dump.")
  private boolean scheduled;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown in the list.")
  private String reason = "by hand";

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    Backups backups = new Backups(settings, common.progress());
    Backup made =
        scheduled
            ? backups.createScheduled()
            : backups.create(base ? BackupType.BASE : BackupType.DUMP, oneLine(reason));
    int code = common.tell(new Listed(List.of(made)));
    boolean lacksCopy = !settings.backup().target().isEmpty() && made.copiedAt().isEmpty();
    return lacksCopy ? ExitCode.NOT_WELL.code() : code;
  }

  /** It stands in a list, a line each. */
  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
