package family.garden.ops.cli;

import picocli.CommandLine.Command;

@Command(
    name = "backup",
    description = "Backups of the database: made, verified by restoring, copied, restored.",
    subcommands = {
      BackupCreateCommand.class,
      BackupKeyCommand.class,
      BackupListCommand.class,
      BackupPruneCommand.class,
      BackupRestoreCommand.class,
      BackupShipCommand.class,
      BackupVerifyCommand.class
    })
final class BackupCommand extends CommandGroup {}
