package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The testbed's command, which starts the engine and whole copies of the stack. */
final class Testbed {
  private static final String PROGRAM = System.getProperty("booking.testbed");

  /** sysexits(3): there is no engine here, and none can be started. */
  private static final int UNAVAILABLE = 69;

  private Testbed() {}

  /** How a command ended, and all of what it said. */
  record Outcome(int code, String said) {
    String expectDone() {
      if (code != 0) {
        throw new AssertionError("Ended with " + code + ":\n" + said);
      }
      return said;
    }
  }

  /** Tests that need an engine are skipped, and say so, where none can be had. */
  static void requireEngine() {
    Outcome outcome = run("docker", "version");
    Assumptions.assumeFalse(
        outcome.code() == UNAVAILABLE, () -> "No container engine: " + outcome.said());
    outcome.expectDone();
  }

  /** A file of the folder {@code stack}. */
  static String file(String name) {
    return Path.of(PROGRAM).resolveSibling("..").resolve(name).normalize().toString();
  }

  static String docker(String... arguments) {
    return tryDocker(arguments).expectDone();
  }

  static Outcome tryDocker(String... arguments) {
    List<String> all = new ArrayList<>(List.of("docker"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  static Outcome run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(arguments));
    return Programs.run(command);
  }

  /** How many lines of a whole image, layers and settings, hold what grep looks for. */
  static long linesOfImage(String image, String what) {
    ProcessBuilder save = new ProcessBuilder(PROGRAM, "docker", "save", image);
    ProcessBuilder grep = new ProcessBuilder("grep", "--count", "--text", "--fixed-strings", what);
    try {
      List<Process> both = ProcessBuilder.startPipeline(List.of(save, grep));
      String count =
          new String(both.getLast().getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(both.getFirst().waitFor()).as("docker save").isZero();
      return Long.parseLong(count.strip());
    } catch (IOException e) {
      throw new AssertionError("Tried to search " + image + ", failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
