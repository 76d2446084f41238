package family.garden.ops;

import family.garden.ops.cli.RootCommand;
import family.garden.ops.json.Json;
import family.garden.ops.process.Stopping;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.util.List;
import picocli.CommandLine;

/** Starts bookingctl, the keeper's tool. Only this class catches every exception. */
public final class Bookingctl {
  private Bookingctl() {}

  public static void main(String... arguments) {
    Stopping stopping = Stopping.watch();
    int code = run(arguments);
    stopping.ended(code);
    System.exit(code);
  }

  static int run(String... arguments) {
    CommandLine command = new CommandLine(new RootCommand());
    CommandLine.IParameterExceptionHandler usual = command.getParameterExceptionHandler();
    return command
        .setParameterExceptionHandler(
            (wrong, given) -> {
              if (isJson(given)) {
                printFailure(message(wrong), ExitCode.USAGE);
              }
              return usual.handleParseException(wrong, given);
            })
        .setExecutionExceptionHandler(Bookingctl::handle)
        .execute(arguments);
  }

  private static int handle(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    RootCommand.endProgress(command);
    ExitCode code =
        failure instanceof OpsException trouble
            ? RootCommand.exitCode(trouble, command)
            : ExitCode.NEEDS_A_PERSON;
    String message =
        failure instanceof OpsException
            ? String.valueOf(failure.getMessage())
            : "This is a fault in bookingctl: " + failure;
    if (isJson(parsed.originalArgs().toArray(String[]::new))) {
      printFailure(message, code);
    }
    System.err.println(message);
    if (!(failure instanceof OpsException)) {
      failure.printStackTrace();
    }
    return code.code();
  }

  /** The message and suggestions for JSON; for people, picocli adds the suggestions itself. */
  private static String message(CommandLine.ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage());
    return wrong instanceof CommandLine.UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "%s. Did you mean: %s?"
            .formatted(message, String.join(" or ", unmatched.getSuggestions()))
        : message;
  }

  private static boolean isJson(String... arguments) {
    return List.of(arguments).contains("--json");
  }

  private static void printFailure(String failed, ExitCode code) {
    System.out.println(Json.write(new Failure(failed, code.code())));
  }

  /** The JSON of a command that failed, with the exit code of the process. */
  record Failure(String failed, int exitCode) {}
}
