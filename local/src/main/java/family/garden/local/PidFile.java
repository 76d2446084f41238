package family.garden.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that name a process by its number. After a crash the number may belong to another program,
 * so the launcher recognises its processes by their command line.
 */
final class PidFile {
  private PidFile() {}

  /** The living process that the first line of the file names. */
  static Optional<ProcessHandle> process(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .findFirst()
          .map(line -> Long.parseLong(line.strip()))
          .flatMap(ProcessHandle::of)
          .filter(ProcessHandle::isAlive);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether {@code argument} is one of the arguments that the process was started with. */
  static boolean runsWith(ProcessHandle process, String argument) {
    return process
        .info()
        .arguments()
        .map(arguments -> Arrays.asList(arguments).contains(argument))
        .orElse(false);
  }

  /** Whether the process is a program of another name; false if its name cannot be read. */
  static boolean isAnotherProgram(ProcessHandle process, String name) {
    return process.info().command().map(command -> !Path.of(command).endsWith(name)).orElse(false);
  }
}
