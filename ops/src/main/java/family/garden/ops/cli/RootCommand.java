package family.garden.ops.cli;

import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.Overview;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bookingctl} itself; without a command it shows the status and the next step. */
@Command(
    name = "bookingctl",
    description = "Operates a Booking server at home: deploys, backups, status.",
    mixinStandardHelpOptions = true,
    versionProvider = OwnVersion.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done. After a deploy, the new version serves.",
      "1:The command only looked, and found a problem; it changed nothing.",
      "2:The command line is wrong.",
      "3:Refused before anything was changed.",
      "4:Failed, and all changes were undone: the site is as it was before.",
      "5:Failed, and a person must act."
    },
    subcommands = {
      ApplyCommand.class,
      BackupCommand.class,
      DeployCommand.class,
      DoctorCommand.class,
      HealthCommand.class,
      HelpCommand.class,
      LogsCommand.class,
      NotifyCommand.class,
      PreflightCommand.class,
      ProvisionCommand.class,
      PruneCommand.class,
      RecoverySheetCommand.class,
      ReleasesCommand.class,
      UpgradeServicesCommand.class,
      RepairCommand.class,
      ReportCommand.class,
      RollbackCommand.class,
      SecretCommand.class,
      SmokeCommand.class,
      StatusCommand.class,
      WatchCommand.class,
    })
public final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  public static ExitCode exitCode(OpsException failure, CommandLine command) {
    return common(command).map(common -> common.exitCode(failure)).orElse(failure.exitCode());
  }

  public static void endProgress(CommandLine command) {
    common(command).ifPresent(CommonOptions::failed);
  }

  private static Optional<CommonOptions> common(CommandLine command) {
    return command.getCommandSpec().mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(CommonOptions.class::isInstance)
        .map(CommonOptions.class::cast)
        .findFirst();
  }

  @Override
  public Integer call() throws OpsException {
    CommonOptions common = new CommonOptions();
    if (!Files.exists(common.file())) {
      throw new ParameterException(
          spec.commandLine(),
          "The command is missing. Booking is not set up here: there is no " + common.file() + ".");
    }
    return common.print(
        new Overview(StackStatus.read(common.load(), new Progress(System.err, true))));
  }
}
