package family.garden.ops.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C and SIGTERM interrupt the command instead of ending the process, so that the command
 * can undo what it began. The process then ends with the exit code of the command.
 */
public final class Stopping {
  /** Longer than any undo. SIGKILL ends it at once, and the next command cleans up. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  private Stopping() {}

  /** Handles signals for the command that the calling thread runs. */
  public static Stopping watch() {
    Stopping stopping = new Stopping();
    Thread worker = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.stop(worker), "stopping"));
    return stopping;
  }

  private void stop(Thread worker) {
    if (!ended.isDone()) {
      worker.interrupt();
      int code = ended.completeOnTimeout(137, LONGEST.toSeconds(), TimeUnit.SECONDS).join();
      Runtime.getRuntime().halt(code);
    }
  }

  public void ended(int exitCode) {
    ended.complete(exitCode);
  }
}
