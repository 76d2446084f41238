package family.garden.ops.cli;

import family.garden.ops.notify.Notifications;
import family.garden.ops.report.Trouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "notify",
    description = "How the keeper is told what happens.",
    subcommands = NotifyVerb.TestVerb.class)
final class NotifyVerb extends Group {
  @Command(name = "test", description = "Tells the keeper something by every way that is set.")
  static final class TestVerb implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Override
    public Integer call() throws Trouble {
      return common.tell(new Notifications(common.load(), common.progress()).test());
    }
  }
}
