package family.garden.testkit;

import java.util.List;

/**
 * The testbed's own engine, which a test may kill; the next call of the testbed starts it again.
 */
public final class OwnEngine {
  private OwnEngine() {}

  /** Whether the engine is the testbed's own; another is not ours to kill. */
  public static boolean isThere() {
    return Testbed.docker("info", "--format", "{{.LiveRestoreEnabled}} {{.DockerRootDir}}")
        .matches("true .*/booking/engine/.*");
  }

  /** Kills dockerd and containerd; what stands beside each container stays. */
  public static void kill() {
    List<ProcessHandle> engine =
        ProcessHandle.allProcesses()
            .filter(
                each ->
                    each.info()
                        .command()
                        .orElse("")
                        .matches(".*/booking/engine/usr/s?bin/(dockerd|containerd)"))
            .toList();
    if (engine.size() != 2) {
      throw new AssertionError("Expected one dockerd and one containerd, found " + engine);
    }
    Programs.kill(engine);
  }
}
