package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.doctor.Report;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "report",
    description = "The status and what the doctor finds, as Markdown; no secrets in it.")
final class ReportVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws Trouble {
    Settings settings = common.load();
    Progress progress = common.progress();
    Seen seen = Seen.look(settings, progress);
    return common.tell(new Report(seen, Doctor.examine(settings, seen, progress)));
  }
}
