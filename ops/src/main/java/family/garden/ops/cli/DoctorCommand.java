package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    description = "Finds problems, explains them and says what to do; changes nothing.")
final class DoctorCommand extends ResultCommand {
  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    settings.expectFitForStack();
    Progress progress = progress();
    return Doctor.examine(settings, StackStatus.read(settings, progress), progress);
  }
}
