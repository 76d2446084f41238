package family.garden.stack;

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
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), said);
    } catch (IOException e) {
      throw new AssertionError("Tried to run " + command + ", failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
