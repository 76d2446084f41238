package family.garden.ops.cli;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Listed;
import family.garden.ops.backup.Place;
import family.garden.ops.backup.Shipped;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = "Backups of the database: made, verified by restoring, copied, restored.",
    subcommands = {
      BackupCreateCommand.class,
      BackupCommand.KeyCommand.class,
      BackupCommand.ListCommand.class,
      BackupCommand.PruneCommand.class,
      BackupRestoreCommand.class,
      BackupCommand.ShipCommand.class,
      BackupCommand.VerifyCommand.class
    })
final class BackupCommand extends CommandGroup {
  /** A command that works on the backups. */
  abstract static class OfBackups extends ResultCommand {
    abstract CommandResult run(Backups backups) throws OpsException;

    @Override
    final CommandResult run() throws OpsException {
      return run(new Backups(load(), progress()));
    }
  }

  @Command(
      name = "key",
      description = "Where the key of the backups is. Keep a copy of it away from this machine.")
  static final class KeyCommand extends OfBackups {
    @Override
    CommandResult run(Backups backups) {
      return backups.key();
    }
  }

  @Command(name = "list", description = "All backups, and which of them are verified.")
  static final class ListCommand extends OfBackups {
    @Override
    CommandResult run(Backups backups) throws OpsException {
      return new Listed(backups.list());
    }
  }

  @Command(
      name = "prune",
      description =
          "Deletes backups that need not be kept (BOOKING_BACKUP_KEEP), here and off box.")
  static final class PruneCommand extends OfBackups {
    @Override
    CommandResult run(Backups backups) throws OpsException {
      return backups.prune();
    }
  }

  @Command(
      name = "ship",
      description =
          "Takes finished WAL segments and backups off the box, makes a base where none helps.")
  static final class ShipCommand extends OfBackups {
    @Override
    CommandResult run(Backups backups) throws OpsException {
      Shipped shipped = backups.ship();
      // The new base is after the gap.
      return backups.createMissingBase().isPresent()
          ? new Shipped(shipped.segments(), shipped.isCopied(), Optional.empty())
          : shipped;
    }
  }

  @Command(
      name = "verify",
      description = "Restores backups into a scratch database again, compares, and tries them.")
  static final class VerifyCommand extends OfBackups {
    @Parameters(
        paramLabel = "ID",
        arity = "0..*",
        description = "Which; the newest of each type if none is named.")
    private List<String> ids = List.of();

    @Option(names = "--from", paramLabel = "PLACE", description = "box (default) or remote.")
    private Place from = Place.BOX;

    @Override
    CommandResult run(Backups backups) throws OpsException {
      return new Listed(backups.verify(ids, from));
    }
  }
}
