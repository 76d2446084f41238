package family.garden.ops.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "help", description = "Shows all commands, or the options of one.")
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "A command like deploy or backup create; if none is given, all are shown.")
  private List<String> commands = List.of();

  @Override
  public Integer call() {
    CommandLine found = spec.root().commandLine();
    for (String command : commands) {
      CommandLine below = found.getSubcommands().get(command);
      if (below == null) {
        throw new UnmatchedArgumentException(found, List.of(command));
      }
      found = below;
    }
    found.usage(found.getOut());
    return 0;
  }
}
