package family.garden.ops.cli;

import family.garden.ops.notify.Deliveries;
import family.garden.ops.notify.Notifications;
import family.garden.ops.notify.UnitNotices;
import family.garden.ops.report.Trouble;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "notify",
    description = "How the keeper is told what happens.",
    subcommands = {
      NotifyVerb.FailedVerb.class,
      NotifyVerb.RecoveredVerb.class,
      NotifyVerb.TestVerb.class
    })
final class NotifyVerb extends Group {
  @Command(name = "test", description = "Tells the keeper something by every way that is set.")
  static final class TestVerb implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Override
    public Integer call() throws Trouble {
      return common.tell(new Notifications(common.load(), common.progress()).test());
    }
  }

  @Command(
      name = "failed",
      description = "Tells that a unit of systemd failed, once until it works; systemd calls it.")
  static final class FailedVerb implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Parameters(paramLabel = "UNIT", description = "Like booking-backup.service.")
    private String unit = "";

    @Override
    public Integer call() throws Trouble {
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
    @Mixin private Common common = new Common();

    @Parameters(paramLabel = "UNIT", description = "Like booking-backup.service.")
    private String unit = "";

    @Override
    public Integer call() throws Trouble {
      return common.tell(
          new UnitNotices(common.loadAsFarAsTheyGo(), common.progress()).recovered(unit));
    }
  }
}
