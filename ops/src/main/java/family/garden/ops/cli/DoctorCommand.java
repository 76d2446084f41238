package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.monitoring.DoctorRound;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Finds problems, explains them and says what to do; changes nothing.")
final class DoctorCommand extends ResultCommand {
  @Option(
      names = "--round",
      description =
          "Notifies the keeper of what changed since the last round instead of printing it;"
              + " booking-doctor.timer calls it.")
  private boolean round;

  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    Progress progress = progress();
    if (round) {
      return new DoctorRound(settings, progress).run();
    }
    settings.expectFitForStack();
    return Doctor.examine(settings, StackStatus.read(settings, progress), progress);
  }
}
