package family.garden.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description =
        "Backups of the database: made, proven by restoring, taken off the box, restored.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BackupCreateVerb.class,
      BackupKeyVerb.class,
      BackupListVerb.class,
      BackupPruneVerb.class,
      BackupRestoreVerb.class,
      BackupShipVerb.class,
      BackupVerifyVerb.class
    })
final class BackupVerb implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "The command is missing.");
  }
}
