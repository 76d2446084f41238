package family.garden.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The program behind {@code ./booking up}. The system property {@code booking.home} names the
 * checkout.
 */
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    Path home = Path.of(System.getProperty("booking.home", "")).toAbsolutePath();
    run(home, ServerCommand::packaged, arguments);
  }

  /**
   * Runs one command to its end and ends the process.
   *
   * @param server how to start the server of a checkout
   */
  static void run(Path home, Function<Path, List<String>> server, String... arguments) {
    Shutdown shutdown = new Shutdown();
    try {
      UpCommand up = parse(arguments);
      if (up != null) {
        shutdown.install();
        up.run(home, server.apply(home), shutdown);
      }
    } catch (LauncherException e) {
      shutdown.fail(e.exitCode(), e.getMessage());
    } catch (RuntimeException e) {
      shutdown.fail(LauncherException.SOFTWARE, "This is a fault in Booking: " + e);
      e.printStackTrace();
    }
    shutdown.exit();
  }

  /** The command to run; null if only help was requested, which is then printed. */
  private static @Nullable UpCommand parse(String... arguments) {
    UpCommand up = new UpCommand();
    CommandLine upLine = new CommandLine(up);
    CommandLine line = new CommandLine(new Root()).addSubcommand(upLine);
    line.getCommandSpec().parser().collectErrors(true);
    upLine.getCommandSpec().parser().collectErrors(true);
    ParseResult result = line.parseArgs(arguments);
    if (CommandLine.printHelpIfRequested(result)) {
      return null;
    }
    List<String> problems = new ArrayList<>();
    for (ParseResult r = result; r != null; r = r.subcommand()) {
      r.errors().forEach(e -> problems.add(e.getMessage() + "."));
    }
    if (!result.hasSubcommand()) {
      problems.add("The command is missing.");
    }
    problems.addAll(up.problems());
    if (!problems.isEmpty()) {
      problems.add(upLine.getUsageMessage());
      throw new LauncherException(LauncherException.USAGE, String.join("\n", problems));
    }
    return up;
  }

  @CommandLine.Command(name = "booking")
  private static final class Root {}
}
