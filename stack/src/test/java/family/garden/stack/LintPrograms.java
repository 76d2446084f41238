package family.garden.stack;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The programs that {@code ./booking lint} runs, in the versions that it pins. */
final class LintPrograms {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private LintPrograms() {}

  /** Runs the checks on the files of the folder, which is a Git repository. */
  static Testbed.ProcessResult lint(Path folder) {
    return run(folder.toString());
  }

  /** The folder of the programs; without them the test is skipped, and says why. */
  static Path require() {
    Testbed.ProcessResult result = run("--programs");
    Assumptions.assumeTrue(
        result.code() == 0, "The programs of ./booking lint are not here: " + result.output());
    return Path.of(result.output().lines().toList().getLast());
  }

  private static Testbed.ProcessResult run(String argument) {
    return Programs.run(
        List.of(JAVA, HOME.resolve("testing/Lint.java").toString(), HOME.toString(), argument));
  }
}
