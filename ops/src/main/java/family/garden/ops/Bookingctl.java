package family.garden.ops;

import family.garden.ops.cli.Verbs;
import family.garden.ops.json.Json;
import family.garden.ops.process.Stopping;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.util.List;
import picocli.CommandLine;

/** The keeper's tool. Here is the only place that catches everything. */
public final class Bookingctl {
  private Bookingctl() {}

  public static void main(String... arguments) {
    Stopping stopping = Stopping.watch();
    int code = run(arguments);
    stopping.ended(code);
    System.exit(code);
  }

  static int run(String... arguments) {
    CommandLine command = new CommandLine(new Verbs());
    CommandLine.IParameterExceptionHandler usual = command.getParameterExceptionHandler();
    return command
        .setParameterExceptionHandler(
            (misunderstood, given) -> {
              if (wantsJson(given)) {
                print(told(misunderstood), ExitCode.USAGE);
              }
              return usual.handleParseException(misunderstood, given);
            })
        .setExecutionExceptionHandler(Bookingctl::tell)
        .execute(arguments);
  }

  private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    Verbs.endProgress(command);
    ExitCode code =
        failure instanceof OpsException trouble
            ? Verbs.exitCode(trouble, command)
            : ExitCode.NEEDS_A_PERSON;
    String message =
        failure instanceof OpsException
            ? String.valueOf(failure.getMessage())
            : "This is a fault in bookingctl: " + failure;
    if (wantsJson(parsed.originalArgs().toArray(String[]::new))) {
      print(message, code);
    }
    System.err.println(message);
    if (!(failure instanceof OpsException)) {
      failure.printStackTrace();
    }
    return code.code();
  }

  /** With what was meant, perhaps; for people picocli adds that itself. */
  private static String told(CommandLine.ParameterException misunderstood) {
    String message = String.valueOf(misunderstood.getMessage());
    return misunderstood instanceof CommandLine.UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "%s. Did you mean: %s?"
            .formatted(message, String.join(" or ", unmatched.getSuggestions()))
        : message;
  }

  private static boolean wantsJson(String... arguments) {
    return List.of(arguments).contains("--json");
  }

  /** Whoever reads JSON gets a document, also where there is no result. */
  private static void print(String failed, ExitCode code) {
    System.out.println(Json.write(new Failure(failed, code.code())));
  }

  /**
   * A command without a result.
   *
   * @param failed what was tried, why it failed and what to do
   * @param exitCode of the process
   */
  record Failure(String failed, int exitCode) {}
}
