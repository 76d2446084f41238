package family.garden.ops.cli;

import family.garden.ops.notify.Deliveries;
import family.garden.ops.notify.Notifications;
import family.garden.ops.notify.UnitNotices;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "notify",
    description = "Notifications to the keeper.",
    subcommands = {
      NotifyCommand.FailedCommand.class,
      NotifyCommand.RecoveredCommand.class,
      NotifyCommand.TestCommand.class
    })
final class NotifyCommand extends CommandGroup {
  @Command(name = "test", description = "Sends a test notification by every configured channel.")
  static final class TestCommand extends ResultCommand {
    @Override
    CommandResult run() throws OpsException {
      return new Notifications(load(), progress()).test();
    }
  }

  @Command(
      name = "failed",
      description =
          "Notifies the keeper that a unit failed, once until it works again; systemd calls this.")
  static final class FailedCommand extends ResultCommand {
    @Parameters(paramLabel = "UNIT", description = "A unit like booking-backup.service.")
    private String unit = "";

    @Override
    CommandResult run() throws OpsException {
      Deliveries deliveries =
          new UnitNotices(loadPartial(), progress()).failed(unit, Instant.now());
      return deliveries;
    }
  }

  @Command(
      name = "recovered",
      description = "Notifies the keeper that a failed unit works again; systemd calls this.")
  static final class RecoveredCommand extends ResultCommand {
    @Parameters(paramLabel = "UNIT", description = "A unit like booking-backup.service.")
    private String unit = "";

    @Override
    CommandResult run() throws OpsException {
      return new UnitNotices(loadPartial(), progress()).recovered(unit);
    }
  }
}
