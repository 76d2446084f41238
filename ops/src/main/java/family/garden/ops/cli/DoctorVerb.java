package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.doctor.Doctor;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "doctor",
    description = "Finds what is wrong, explains it and says what to do; changes nothing.")
final class DoctorVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws Trouble {
    Settings settings = common.load();
    settings.expectFitForStack();
    Progress progress = common.progress();
    return common.tell(Doctor.examine(settings, Seen.look(settings, progress), progress));
  }
}
