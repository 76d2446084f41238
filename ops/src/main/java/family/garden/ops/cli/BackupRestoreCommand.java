package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Place;
import family.garden.ops.backup.Restore;
import family.garden.ops.backup.RestorePlan;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "restore",
    description = "Brings the database back; shows the plan first. The old data is set aside.")
final class BackupRestoreCommand extends ResultCommand {
  @Option(
      names = "--to",
      paramLabel = "TIME|ID",
      description =
          "A moment like 2026-11-25T20:15:00Z, or a backup; as late as there is if not given.")
  private @Nullable String to;

  @Option(
      names = "--from",
      paramLabel = "PLACE",
      description = "box (default), or remote: all that this machine has is its settings and key.")
  private Place from = Place.BOX;

  @Option(names = "--yes", description = "Does it without asking.")
  private boolean yes;

  /** The keeper saw the plan and did not say yes. */
  record NotConfirmed(boolean restored) implements CommandResult {
    @Override
    public List<String> lines() {
      return List.of("Nothing was done.");
    }

    @Override
    public ExitCode exitCode() {
      return ExitCode.REFUSED;
    }
  }

  @Override
  CommandResult run() throws OpsException {
    try (Restore restore = new Backups(load(), progress()).restore(from)) {
      RestorePlan plan = restore.plan(to);
      progress().done();
      plan.lines().forEach(System.err::println);
      if (!yes && !isConfirmed()) {
        return new NotConfirmed(false);
      }
      return restore.run(plan);
    }
  }

  private static boolean isConfirmed() throws OpsException {
    System.err.print("Restore? Type yes: ");
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (answer == null) {
        throw OpsException.refused(
            "ask whether to restore", "nobody is there to answer", "Run it with --yes to do it.");
      }
      return answer.strip().equals("yes");
    } catch (IOException e) {
      throw OpsException.refused(
          "ask whether to restore", String.valueOf(e.getMessage()), "Run it with --yes to do it.");
    }
  }
}
