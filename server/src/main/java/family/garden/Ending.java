package family.garden;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sees to the exit code. A JVM that is asked to end (SIGTERM, SIGINT) reports 143 or 130 however
 * well it ended; whoever deploys wants 0 for "drained and stopped", and anything else for not.
 */
final class Ending {
  /** Longer than requests in flight are given, shorter than a deploy waits before it kills. */
  private static final Duration PATIENCE = Duration.ofSeconds(14);

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

  Ending() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::halt, "ending"));
  }

  /** Called by Quarkus once everything has stopped, or could not start. */
  void ended(int code, @Nullable Throwable failure) {
    if (failure != null) {
      System.err.println("Tried to serve, failed because: " + why(failure));
    }
    exitCode.complete(failure == null ? code : Math.max(code, 1));
  }

  /** The causes in one line; Quarkus is silent once somebody else sees to the exit code. */
  private static String why(Throwable failure) {
    StringBuilder why = new StringBuilder(String.valueOf(failure.getMessage()));
    for (Throwable t = failure.getCause(); t != null; t = t.getCause()) {
      why.append(": ").append(t.getMessage());
    }
    return why.toString();
  }

  /** Ends a process that nobody asked to end. */
  void exit() {
    System.exit(exitCode.getNow(1));
  }

  private void halt() {
    try {
      Runtime.getRuntime().halt(exitCode.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      System.err.println("The service did not stop in time; ending it as it is.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
