package family.garden.ops.cli;

import family.garden.ops.notify.Deliveries;
import family.garden.ops.notify.Notifications;
import family.garden.ops.notify.UnitNotices;
import family.garden.ops.result.OpsException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  static final class TestCommand implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws OpsException {
      return common.print(new Notifications(common.load(), common.progress()).test());
    }
  }

  @Command(
      name = "failed",
      description =
          "Notifies the keeper that a unit failed, once until it works again; systemd calls this.")
  static final class FailedCommand implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "UNIT", description = "A unit like booking-backup.service.")
    private String unit = "";

    @Override
    public Integer call() throws OpsException {
      Deliveries deliveries =
          new UnitNotices(common.loadPartial(), common.progress()).failed(unit, Instant.now());
      return common.print(deliveries);
    }
  }

  @Command(
      name = "recovered",
      description = "Notifies the keeper that a failed unit works again; systemd calls this.")
  static final class RecoveredCommand implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "UNIT", description = "A unit like booking-backup.service.")
    private String unit = "";

    @Override
    public Integer call() throws OpsException {
      return common.print(new UnitNotices(common.loadPartial(), common.progress()).recovered(unit));
    }
  }
}
