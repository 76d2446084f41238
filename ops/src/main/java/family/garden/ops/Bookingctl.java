package family.garden.ops;

import family.garden.ops.cli.Verbs;
import family.garden.ops.process.Stopping;
import family.garden.ops.report.ExitCode;
import family.garden.ops.report.Trouble;
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
    return new CommandLine(new Verbs())
        .setExecutionExceptionHandler(Bookingctl::tell)
        .execute(arguments);
  }

  private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof Trouble trouble) {
      System.err.println(trouble.getMessage());
      return Verbs.exitCode(trouble, command).code();
    }
    System.err.println("This is a fault in bookingctl: " + failure);
    failure.printStackTrace();
    return ExitCode.NEEDS_A_PERSON.code();
  }
}
