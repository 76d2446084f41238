package family.garden.ops.process;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that a killed bookingctl started and that still run. */
public final class OrphanProcesses {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private OrphanProcesses() {}

  /**
   * Ends the processes whose command line contains these arguments in a row, and waits for their
   * end.
   *
   * @return how many processes it ended
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
