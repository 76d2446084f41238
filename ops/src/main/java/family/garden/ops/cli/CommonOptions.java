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

/** The options of every command. */
final class CommonOptions {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "The file with the keeper's settings (BOOKING_SETTINGS; /etc/booking/settings.env).")
  private @Nullable Path settings;

  @Option(names = "--json", description = "Prints the result as JSON on the standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Shows only warnings and the result.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also shows the parts of each step and each program that is run.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("unused") // picocli reads it and does not call the command
  private boolean help;

  private @Nullable Progress progress;

  Settings load() throws OpsException {
    Path file = file();
    expectReadable(file);
    Settings read = Settings.load(file);
    expectReadable(read.places().secrets());
    return read;
  }

  Settings.Partial loadPartial() {
    return Settings.loadPartial(file());
  }

  /** The file with the keeper's settings, which may be missing. */
  Path file() {
    if (settings != null) {
      return settings;
    }
    String named = System.getenv("BOOKING_SETTINGS");
    return named == null || named.isEmpty() ? Settings.DEFAULT : Path.of(named);
  }

  /**
   * Refuses a user who may not read a file: that user may not call the engine either, or would get
   * half of every result.
   */
  private static void expectReadable(Path path) throws OpsException {
    if (Files.exists(path) && !Files.isReadable(path)) {
      throw OpsException.refused(
          "read " + path,
          "the user %s may not read it".formatted(System.getProperty("user.name")),
          "Run it with sudo: sudo bookingctl …");
    }
  }

  boolean isJson() {
    return json;
  }

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

  /** Ends the drawing of progress after a failure, before its message is printed. */
  void failed() {
    progress().failed();
  }

  /** The exit code of a failure: it is a refusal only while nothing was changed. */
  ExitCode exitCode(OpsException failure) {
    return failure.exitCode() == ExitCode.REFUSED && progress().hasTouched()
        ? ExitCode.NEEDS_A_PERSON
        : failure.exitCode();
  }

  /** Prints the result and returns the exit code. */
  int print(CommandResult result) {
    progress().done();
    if (json) {
      System.out.println(Json.write(result.json()));
    } else {
      result.lines().forEach(System.out::println);
    }
    return result.exitCode().code();
  }
}
