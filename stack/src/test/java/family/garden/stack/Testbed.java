package family.garden.stack;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The testbed's command, which starts the engine and whole copies of the stack. */
final class Testbed {
  /** sysexits(3): what it needs is not here, and cannot be had. */
  private static final int UNAVAILABLE = 69;

  private Testbed() {}

  /** How a command ended, and all of what it said. */
  record ProcessResult(int code, String output) {
    /** Whether this machine cannot have what the command needs. */
    boolean isUnavailable() {
      return code == UNAVAILABLE;
    }

    String expectSuccess() {
      if (code != 0) {
        throw new AssertionError("Ended with " + code + ":\n" + output);
      }
      return output;
    }
  }

  private static String program() {
    return System.getProperty("booking.testbed");
  }

  /** A file of the folder {@code stack}. */
  static String file(String name) {
    return Path.of(program()).resolveSibling("..").resolve(name).normalize().toString();
  }

  static String docker(String... arguments) {
    return tryDocker(arguments).expectSuccess();
  }

  static ProcessResult tryDocker(String... arguments) {
    List<String> all = new ArrayList<>(List.of("docker"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  static ProcessResult run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(List.of(arguments));
    return Programs.run(command);
  }

  /**
   * Which of the texts that grep is given are in a whole image, layers and settings: each that was
   * found, once.
   */
  static Set<String> foundInImage(String image, List<String> texts) {
    List<String> grep = new ArrayList<>(List.of("grep", "--text", "--only-matching"));
    grep.add("--fixed-strings");
    grep.addAll(texts);
    try {
      List<Process> both =
          ProcessBuilder.startPipeline(
              List.of(
                  new ProcessBuilder(program(), "docker", "save", image),
                  new ProcessBuilder(grep)));
      Set<String> found =
          both.getLast().inputReader(StandardCharsets.ISO_8859_1).lines().collect(toSet());
      assertThat(both.getFirst().waitFor()).as("docker save").isZero();
      assertThat(both.getLast().waitFor()).as("grep").isLessThan(2);
      return found;
    } catch (IOException e) {
      throw new AssertionError("Tried to search " + image + ", failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
