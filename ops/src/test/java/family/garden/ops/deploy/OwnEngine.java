package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.ops.StackCopy;
import java.time.Duration;
import java.util.List;

/** The testbed's own engine, which a test may kill; whoever calls the testbed starts it again. */
final class OwnEngine {
  private OwnEngine() {}

  static boolean isThere() {
    return StackCopy.docker("info", "--format", "{{.LiveRestoreEnabled}} {{.DockerRootDir}}")
        .matches("true .*/booking/engine/.*");
  }

  /** dockerd and containerd; what stands beside each container stays. */
  static void kill() {
    List<ProcessHandle> engine =
        ProcessHandle.allProcesses()
            .filter(
                each ->
                    each.info()
                        .command()
                        .orElse("")
                        .matches(".*/booking/engine/usr/s?bin/(dockerd|containerd)"))
            .toList();
    assertThat(engine).hasSize(2);
    engine.forEach(ProcessHandle::destroyForcibly);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> engine.stream().noneMatch(ProcessHandle::isAlive));
  }
}
