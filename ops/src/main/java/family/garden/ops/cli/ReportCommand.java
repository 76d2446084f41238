package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.doctor.Report;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "report",
    description = "The status and what the doctor finds, as Markdown; no secrets in it.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    Progress progress = common.progress();
    StackStatus seen = StackStatus.look(settings, progress);
    return common.tell(new Report(seen, Doctor.examine(settings, seen, progress)));
  }
}
