package family.garden;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sets the exit code. A JVM that a signal ends (SIGTERM, SIGINT) reports 143 or 130 even after a
 * clean stop; a deploy needs 0 for "drained and stopped", and another code for everything else.
 */
final class Ending {
  /**
   * Longer than the time for requests in flight, shorter than the time after which a deploy kills.
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(14);

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

  Ending() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::halt, "ending"));
  }

  /** Called by Quarkus once everything has stopped, or when the start failed. */
  void ended(int code, @Nullable Throwable failure) {
    if (failure != null) {
      System.err.println("Tried to serve, failed because: " + why(failure));
    }
    exitCode.complete(failure == null ? code : Math.max(code, 1));
  }

  /** The causes in one line; Quarkus prints none once the program sets the exit code itself. */
  private static String why(Throwable failure) {
    StringBuilder why = new StringBuilder(String.valueOf(failure.getMessage()));
    for (Throwable t = failure.getCause(); t != null; t = t.getCause()) {
      why.append(": ").append(t.getMessage());
    }
    return why.toString();
  }

  /** Ends a process that no signal has ended. */
  void exit() {
    System.exit(exitCode.getNow(1));
  }

  private void halt() {
    try {
      Runtime.getRuntime().halt(exitCode.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      System.err.println("The service did not stop in time; ending it now.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
