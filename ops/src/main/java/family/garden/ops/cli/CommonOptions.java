package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.json.Json;
import family.garden.ops.process.CommandLog;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every verb understands. */
final class CommonOptions {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The keeper's settings (BOOKING_SETTINGS; /etc/booking/settings.env).")
  private @Nullable Path settings;

  @Option(names = "--json", description = "The result as JSON on the standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress; warnings and the result only.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "What each step consists of, and each command that it runs.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  @SuppressWarnings("unused") // picocli reads it: a verb with it is not called
  private boolean help;

  private @Nullable Progress progress;

  Settings load() throws OpsException {
    Path file = file();
    expectReadable(file);
    Settings read = Settings.load(file);
    expectReadable(read.places().secrets());
    return read;
  }

  /** The settings as far as they can be used. */
  Settings.AsFarAsTheyGo loadAsFarAsTheyGo() {
    return Settings.loadAsFarAsTheyGo(file());
  }

  /** The keeper's settings, whether or not they are there. */
  Path file() {
    if (settings != null) {
      return settings;
    }
    String named = System.getenv("BOOKING_SETTINGS");
    return named == null || named.isEmpty() ? Settings.DEFAULT : Path.of(named);
  }

  /** Whoever may not read these may not ask the engine either, or would see half of everything. */
  private static void expectReadable(Path path) throws OpsException {
    if (Files.exists(path) && !Files.isReadable(path)) {
      throw OpsException.refused(
          "read " + path,
          "the user %s may not".formatted(System.getProperty("user.name")),
          "Run it with sudo: sudo bookingctl …");
    }
  }

  boolean isJson() {
    return json;
  }

  /** The one of this command. */
  Progress progress() {
    if (progress == null) {
      progress = newProgress();
    }
    return progress;
  }

  private Progress newProgress() {
    if (quiet) {
      return new Progress(System.err, true);
    }
    if (verbose) {
      Progress all = Progress.verbose(System.err);
      CommandLog.to(command -> all.info("$ " + command));
      return all;
    }
    return Terminal.isErrorStream()
        ? Progress.atTerminal(System.err)
        : new Progress(System.err, false);
  }

  /** The command has failed: nothing is drawn any more when its failure is told. */
  void failed() {
    progress().failed();
  }

  /** What a failure means: it is a refusal only as long as nothing was touched. */
  ExitCode exitCode(OpsException failure) {
    return failure.exitCode() == ExitCode.REFUSED && progress().hasTouched()
        ? ExitCode.NEEDS_A_PERSON
        : failure.exitCode();
  }

  /** Prints the result and returns how the command ends. */
  int tell(CommandResult told) {
    progress().done();
    if (json) {
      System.out.println(Json.write(told.json()));
    } else {
      told.lines().forEach(System.out::println);
    }
    return told.exitCode().code();
  }
}
