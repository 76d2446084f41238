package family.garden.ops.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM interrupt the work instead of ending it, so that it can undo what it began;
 * the process ends with the exit code that the work then comes to.
 */
public final class Stopping {
  /**
   * Longer than any undo takes; whoever cannot wait has SIGKILL, and the next run puts it right.
   */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  private Stopping() {}

  /** Watches over the work of the calling thread. */
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

  /** The work is over, and all of it is told. */
  public void ended(int exitCode) {
    ended.complete(exitCode);
  }
}
