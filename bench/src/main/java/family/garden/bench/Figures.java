package family.garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Writes the part of {@code docs/figures.md} that this benchmark measures; the rest stays. */
final class Figures {
  private final String beginning;
  private final String ending;

  private final List<String> lines = new ArrayList<>();

  /**
   * @param command the command that measures these figures, as the marks in the file name it
   */
  Figures(String command) {
    beginning = "<!-- " + command + ": begin -->";
    ending = "<!-- " + command + ": end -->";
  }

  void line(String text) {
    lines.add(text);
    System.out.println(text);
  }

  void row(String what, String figure, String aim) {
    line("| " + what + " | " + figure + " | " + aim + " |");
  }

  /**
   * Writes the lines between the two marks.
   *
   * @throws Failure if the file has no marks
   */
  void writeTo(Path file) {
    try {
      String text = Files.readString(file);
      int begin = text.indexOf(beginning);
      int end = text.indexOf(ending);
      if (begin < 0 || end < begin) {
        throw new Failure(
            "%s has no place for the figures: the lines %s and %s"
                .formatted(file, beginning, ending));
      }
      String inside = beginning + "\n\n" + String.join("\n", lines) + "\n\n";
      Files.writeString(file, text.substring(0, begin) + inside + text.substring(end));
    } catch (IOException e) {
      throw new Failure("Tried to write %s, failed: %s".formatted(file, e.getMessage()));
    }
  }

  /** Whether the file has a place for these figures. */
  boolean hasPlaceIn(Path file) {
    try {
      return Files.readString(file).contains(beginning);
    } catch (IOException e) {
      return false;
    }
  }

  /** The machine, as far as it matters. */
  static String machine() {
    String model = "unknown processor";
    String memory = "";
    try {
      model =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name") || line.startsWith("Model"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse(model);
      memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D+", "");
    } catch (IOException e) {
      // Figures without the machine's name are still figures.
    }
    long gigabytes = memory.isEmpty() ? 0 : Long.parseLong(memory) / 1024 / 1024;
    return "%s, %s, %d cores, %d GB, %s; Java %s"
        .formatted(
            LocalDate.now(ZoneId.systemDefault()),
            model,
            Runtime.getRuntime().availableProcessors(),
            gigabytes,
            System.getProperty("os.arch"),
            Runtime.version());
  }
}
