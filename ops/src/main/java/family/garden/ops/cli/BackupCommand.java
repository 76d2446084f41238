package family.garden.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = "Backups of the database: made, verified by restoring, copied, restored.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BackupCreateCommand.class,
      BackupKeyCommand.class,
      BackupListCommand.class,
      BackupPruneCommand.class,
      BackupRestoreCommand.class,
      BackupShipCommand.class,
      BackupVerifyCommand.class
    })
final class BackupCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "The command is missing.");
  }
}
