package family.garden.ops.config;

import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is told at once. */
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
          "of %d of them:\n  %s".formatted(all.size(), String.join("\n  ", all)),
          "Put them right and run it again.");
    }
  }
}
