package family.garden.ops.cli;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@CommandLine.Command(name = "logs", description = "Prints what the containers wrote.")
final class LogsCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration FOR_EVER = Duration.ofDays(3650);

  /** An escape code for the cursor or a colour; Compose writes some even without colours. */
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "Only of this service, like proxy or server-blue.")
  private @Nullable String service;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      defaultValue = "1h",
      description = "Since when: 10m, 2h, or a time like 2026-11-25T20:00:00Z; 1h if not given.")
  private String since = "1h";

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on printing until Ctrl-C.")
  private boolean follow;

  @Override
  public Integer call() throws OpsException {
    List<String> arguments = new ArrayList<>(List.of("logs", "--timestamps", "--since", since));
    if (follow && common.isJson()) {
      throw new ParameterException(
          spec.commandLine(),
          "--follow never ends, so it cannot be JSON: leave out --follow or --json.");
    }
    if (follow) {
      arguments.add("--follow");
    }
    boolean plain = common.isJson() || !Terminal.isOutput();
    if (plain) {
      arguments.add("--no-color");
    }
    if (service != null) {
      arguments.addAll(List.of("--", service));
    }
    Command command = new Engine(common.load()).compose(arguments.toArray(String[]::new));
    if (!plain) {
      return code(Processes.handOver(command));
    }
    List<String> written = new ArrayList<>();
    Consumer<String> each = common.isJson() ? written::add : System.out::println;
    ProcessResult read =
        Processes.runInto(
            line -> each.accept(ESCAPE.matcher(line).replaceAll("")),
            command,
            follow ? FOR_EVER : LIMIT);
    if (common.isJson()) {
      read.expectSuccess("read what the containers wrote", "\"bookingctl status\" names them.");
      return common.print(new Written(written));
    }
    System.err.print(read.stderr());
    return code(read.code());
  }

  private static int code(int ended) {
    return (ended == 0 ? ExitCode.DONE : ExitCode.NOT_WELL).code();
  }

  record Written(List<String> lines) implements CommandResult {}
}
