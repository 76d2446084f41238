package family.garden.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of PostgreSQL: one file for this run and one for the run before. */
record PostgresLog(Path file) {
  private static final int LAST_LINES = 12;

  /** Moves the log of the last run aside, so that the log contains only this run. */
  void begin() {
    try {
      if (Files.exists(file)) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      // In that case this run is appended to it.
    }
  }

  String lastLines() {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
      return "  " + String.join("\n  ", last);
    } catch (IOException e) {
      return "  (" + file + " cannot be read)";
    }
  }
}
