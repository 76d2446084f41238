package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.doctor.Report;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import picocli.CommandLine.Command;

@Command(
    name = "report",
    description = "Prints the status and the findings of the doctor as Markdown, without secrets.")
final class ReportCommand extends ResultCommand {
  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    Progress progress = progress();
    StackStatus status = StackStatus.read(settings, progress);
    return new Report(status, Doctor.examine(settings, status, progress));
  }
}
