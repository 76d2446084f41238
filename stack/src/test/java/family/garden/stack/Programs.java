package family.garden.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The programs of this machine that tests call. */
final class Programs {
  private Programs() {}

  /** The first of these names that is installed; the test is skipped, and says so, without any. */
  static String require(String debianPackage, String... names) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String name : names) {
      for (String folder : path.split(File.pathSeparator, -1)) {
        if (Files.isExecutable(Path.of(folder, name))) {
          return name;
        }
      }
    }
    return Assumptions.abort("Not installed here: Debian's package " + debianPackage);
  }

  /** The test is skipped, and says why, for anybody but root. */
  static void requireRoot(String why) {
    Assumptions.assumeTrue(run(List.of("id", "-u")).output().strip().equals("0"), why);
  }

  static Testbed.ProcessResult run(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    try {
      Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Testbed.ProcessResult(process.waitFor(), output);
    } catch (IOException e) {
      throw new AssertionError("Tried to run " + all + ", failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
