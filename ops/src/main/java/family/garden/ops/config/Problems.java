package family.garden.ops.config;

import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that one message has all of them. */
final class Problems {
  private final Path file;
  private final List<String> all = new ArrayList<>();

  Problems(Path file) {
    this.file = file;
  }

  void add(String name, String expected) {
    all.add(name + ": " + expected);
  }

  List<String> all() {
    return List.copyOf(all);
  }

  void throwIfAny() throws OpsException {
    if (!all.isEmpty()) {
      throw OpsException.refused(
          "use the settings in " + file,
          "of %d problems:\n  %s".formatted(all.size(), String.join("\n  ", all)),
          "Correct them and run the command again.");
    }
  }
}
