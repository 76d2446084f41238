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
    description = "How the keeper is told what happens.",
    subcommands = {
      NotifyCommand.FailedVerb.class,
      NotifyCommand.RecoveredVerb.class,
      NotifyCommand.TestVerb.class
    })
final class NotifyCommand extends Group {
  @Command(name = "test", description = "Tells the keeper something by every way that is set.")
  static final class TestVerb implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws OpsException {
      return common.tell(new Notifications(common.load(), common.progress()).test());
    }
  }

  @Command(
      name = "failed",
      description = "Tells that a unit of systemd failed, once until it works; systemd calls it.")
  static final class FailedVerb implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "UNIT", description = "Like booking-backup.service.")
    private String unit = "";

    @Override
    public Integer call() throws OpsException {
      Deliveries deliveries =
          new UnitNotices(common.loadAsFarAsTheyGo(), common.progress())
              .failed(unit, Instant.now());
      return common.tell(deliveries);
    }
  }

  @Command(
      name = "recovered",
      description = "Tells that a unit which failed works again; systemd calls it.")
  static final class RecoveredVerb implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "UNIT", description = "Like booking-backup.service.")
    private String unit = "";

    @Override
    public Integer call() throws OpsException {
      return common.tell(
          new UnitNotices(common.loadAsFarAsTheyGo(), common.progress()).recovered(unit));
    }
  }
}
