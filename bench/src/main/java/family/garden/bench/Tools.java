package family.garden.bench;

import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measuring programs, which the distribution has. */
final class Tools {
  private static final Map<String, String> PACKAGES =
      new TreeMap<>(
          Map.of(
              "wrk", "wrk",
              "pgbench", "postgresql (it has pgbench)",
              "taskset", "util-linux"));

  private final Map<String, String> found = new TreeMap<>();

  /**
   * Looks for all of them.
   *
   * @throws Failure naming every one that is missing and its package
   */
  Tools() {
    this(PACKAGES.keySet());
  }

  /**
   * Looks for some of them.
   *
   * @throws Failure naming every one that is missing and its package
   */
  Tools(Set<String> programs) {
    List<String> missing = new ArrayList<>();
    programs.forEach(
        tool -> {
          String path = find(tool);
          if (path == null) {
            missing.add(tool + ", from the package " + PACKAGES.get(tool));
          } else {
            found.put(tool, path);
          }
        });
    if (!missing.isEmpty()) {
      throw new Failure("Missing for the benchmark: " + String.join("; ", missing) + ".");
    }
  }

  String path(String tool) {
    return found.getOrDefault(tool, tool);
  }

  private static @Nullable String find(String tool) {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      folders.add(Path.of(folder));
    }
    Path postgresql = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(postgresql)) {
      try (Stream<Path> versions = Files.list(postgresql)) {
        versions.map(version -> version.resolve("bin")).forEach(folders::add);
      } catch (IOException e) {
        throw new Failure("Tried to look into " + postgresql + ", failed: " + e.getMessage());
      }
    }
    return folders.stream()
        .map(folder -> folder.resolve(tool))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }

  /**
   * Runs a program to its end and returns its output.
   *
   * @throws Failure if it does not end with 0
   */
  static String run(Map<String, String> environment, List<String> command) {
    ProcessResult result = Programs.run(environment, command);
    if (result.code() != 0) {
      // Without the arguments, which may hold a token.
      throw new Failure(
          "%s failed with %d:%n%s".formatted(command.getFirst(), result.code(), result.output()));
    }
    return result.output();
  }

  /**
   * The words in front of a command whose use of the machine GNU time writes down.
   *
   * @param format of GNU time
   * @param output the file for it
   */
  static List<String> timed(String format, Path output) {
    String time = "/usr/bin/time";
    if (!Files.isExecutable(Path.of(time))) {
      throw new Failure("Missing for the benchmark: time, from the package time.");
    }
    return List.of(time, "--quiet", "-f", format, "-o", output.toString());
  }

  /** A script that came with the benchmark, as a file. */
  static Path script(Path folder, String name) {
    Path file = folder.resolve(name);
    try (var resource = Tools.class.getResourceAsStream(name)) {
      Files.write(file, Objects.requireNonNull(resource, name).readAllBytes());
      return file;
    } catch (IOException e) {
      throw new Failure("Tried to write %s, failed: %s".formatted(file, e.getMessage()));
    }
  }
}
