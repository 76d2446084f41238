package family.garden.testkit;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The testbed's command, {@code ./booking stack}, which starts the engine and whole copies of the
 * stack. The system property {@code booking.home} names the folder of the sources; {@code
 * booking.testbed} may name another program.
 */
public final class Testbed {
  private Testbed() {}

  /** The program itself. */
  public static String program() {
    return System.getProperty("booking.testbed", file("testbed/testbed"));
  }

  /** A file of the folder {@code stack}. */
  public static String file(String name) {
    String home = System.getProperty("booking.home");
    if (home == null) {
      throw new AssertionError(
          "Tried to find stack/%s, but the system property booking.home is not set. Maven sets it for integration tests, and ./booking for the benchmarks."
              .formatted(name));
    }
    return Path.of(home, "stack").resolve(name).toAbsolutePath().normalize().toString();
  }

  public static ProcessResult run(String... arguments) {
    return Programs.run(List.of(program()), arguments);
  }

  /** What Docker prints, without the white space around it; the testbed starts the engine first. */
  public static String docker(String... arguments) {
    return tryDocker(arguments).expectSuccess().output().strip();
  }

  public static ProcessResult tryDocker(String... arguments) {
    return Programs.run(List.of(program(), "docker"), arguments);
  }

  /**
   * Which of the texts that grep is given are in a whole image, layers and settings: each that was
   * found, once.
   */
  public static Set<String> foundInImage(String image, List<String> texts) {
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
      int saved = both.getFirst().waitFor();
      // grep ends with 1 where it finds nothing.
      int searched = both.getLast().waitFor();
      if (saved != 0 || searched > 1) {
        throw new AssertionError(
            "Tried to search %s, failed: docker save ended with %d, grep with %d"
                .formatted(image, saved, searched));
      }
      return found;
    } catch (IOException e) {
      throw new AssertionError("Tried to search " + image + ", failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
