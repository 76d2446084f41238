package family.garden.ops.process;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes that a killed bookingctl left behind, still at what it told them to do. */
public final class OrphanProcesses {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private OrphanProcesses() {}

  /**
   * Ends those that have these arguments next to each other, and waits until they are gone.
   *
   * @return how many there were
   */
  public static int end(List<String> arguments) {
    List<ProcessHandle> found =
        ProcessHandle.allProcesses().filter(process -> has(process, arguments)).toList();
    found.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : found) {
      process.onExit().completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
      process.destroyForcibly();
    }
    return found.size();
  }

  private static boolean has(ProcessHandle process, List<String> arguments) {
    return process.pid() != ProcessHandle.current().pid()
        && process
            .info()
            .arguments()
            .map(all -> Collections.indexOfSubList(List.of(all), arguments) >= 0)
            .orElse(false);
  }
}
