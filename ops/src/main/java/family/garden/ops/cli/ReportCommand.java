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
    description = "Prints the status and the findings of the doctor as Markdown, without secrets.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    Progress progress = common.progress();
    StackStatus status = StackStatus.read(settings, progress);
    return common.print(new Report(status, Doctor.examine(settings, status, progress)));
  }
}
