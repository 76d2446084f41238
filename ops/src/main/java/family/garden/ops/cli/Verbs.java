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

/** {@code bookingctl} itself: it only knows its verbs. */
@Command(
    name = "bookingctl",
    description = "Runs Booking at home: deploys, backups, and a look at how it is.",
    mixinStandardHelpOptions = true,
    versionProvider = OwnVersion.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done. For a deploy: the new version serves.",
      "1:Looked, and something is not as it should be; nothing was changed.",
      "2:The command line cannot be understood.",
      "3:Refused before anything was touched.",
      "4:Failed, and everything is undone: the site is as it was.",
      "5:Failed, and a person is needed."
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
      RenewCommand.class,
      RepairCommand.class,
      ReportCommand.class,
      RollbackCommand.class,
      SecretCommand.class,
      SmokeCommand.class,
      StatusCommand.class,
      WatchCommand.class,
    })
public final class Verbs implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** How a command ends that failed. */
  public static ExitCode exitCode(OpsException failure, CommandLine command) {
    return common(command).map(common -> common.exitCode(failure)).orElse(failure.exitCode());
  }

  /** Ends the progress of a command that failed. */
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

  /** Without a verb: how it is, and what to do next. */
  @Override
  public Integer call() throws OpsException {
    CommonOptions common = new CommonOptions();
    if (!Files.exists(common.file())) {
      throw new ParameterException(
          spec.commandLine(),
          "The command is missing. Nothing is set up here: there is no " + common.file() + ".");
    }
    return common.tell(
        new Overview(StackStatus.look(common.load(), new Progress(System.err, true))));
  }
}
