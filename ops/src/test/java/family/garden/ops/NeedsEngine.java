package family.garden.ops;

import family.garden.testkit.Programs;
import java.util.List;
import java.util.Optional;

/**
 * Skips a class, and says so, where no engine can be had, the engine is not where bookingctl looks
 * for it, or a program is missing that backups call.
 */
public class NeedsEngine extends family.garden.testkit.NeedsEngine {
  @Override
  protected Optional<String> missing() {
    return missingForCtl();
  }

  /** What bookingctl does not find on this machine, as a sentence. */
  public static Optional<String> missingForCtl() {
    for (String program : List.of("age", "rclone")) {
      if (!Programs.isInstalled(program)) {
        return Optional.of("Not installed here: Debian's package " + program);
      }
    }
    return Programs.isInstalled("docker") && Programs.run("docker", "version").code() == 0
        ? Optional.empty()
        : Optional.of("The engine is not on the PATH; \"./booking test\" puts it there.");
  }
}
