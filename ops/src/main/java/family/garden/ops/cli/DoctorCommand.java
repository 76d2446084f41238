package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.monitoring.DoctorRound;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Finds problems, explains them and says what to do; changes nothing.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--round",
      description =
          "Notifies the keeper of what changed since the last round instead of printing it;"
              + " booking-doctor.timer calls it.")
  private boolean round;

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    if (round) {
      return common.print(new DoctorRound(settings, common.progress()).run());
    }
    settings.expectFitForStack();
    Progress progress = common.progress();
    return common.print(Doctor.examine(settings, StackStatus.read(settings, progress), progress));
  }
}
