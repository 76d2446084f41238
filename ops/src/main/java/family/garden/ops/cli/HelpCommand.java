package family.garden.ops.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "help", description = "Shows what there is, or what one verb does.")
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "VERB",
      description = "Like deploy, or backup create; all of them without it.")
  private List<String> verbs = List.of();

  @Override
  public Integer call() {
    CommandLine found = spec.root().commandLine();
    for (String verb : verbs) {
      CommandLine below = found.getSubcommands().get(verb);
      if (below == null) {
        throw new UnmatchedArgumentException(found, List.of(verb));
      }
      found = below;
    }
    found.usage(found.getOut());
    return 0;
  }
}
