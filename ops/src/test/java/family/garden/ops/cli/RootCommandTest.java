package family.garden.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class RootCommandTest {
  /** A command that fails, before or after it changed something. */
  @Command(name = "failing")
  private static final class Failing implements Callable<Integer> {
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--after")
    private boolean after;

    @Option(names = "--undone")
    private boolean undone;

    @Override
    public Integer call() throws OpsException {
      if (after) {
        common.progress().touches();
      }
      throw undone
          ? OpsException.undone("fail", "of this test", "Do nothing.")
          : OpsException.refused("fail", "of this test", "Do nothing.");
    }
  }

  /** Exit code 3 says that nothing was changed. */
  @ParameterizedTest
  @CsvSource({
    "'', REFUSED",
    "--after, NEEDS_A_PERSON",
    "--undone, UNDONE",
    "--after --undone, UNDONE",
  })
  void knowsWhetherAnythingWasTouched(String options, ExitCode expected) {
    CommandLine line =
        new CommandLine(new Failing())
            .setExecutionExceptionHandler(
                (failure, command, parsed) ->
                    RootCommand.exitCode((OpsException) failure, command).code());
    assertThat(line.execute(options.isEmpty() ? new String[0] : options.split(" ", -1)))
        .isEqualTo(expected.code());
  }
}
