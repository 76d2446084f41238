package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Undoes the changes of a command and cannot be interrupted by a signal. A signal interrupts the
 * thread of the command, so the undo runs in another thread. Programs that it starts run in another
 * session, which Ctrl-C at the terminal does not reach.
 */
public final class Undo {
  private static final ScopedValue<Boolean> UNDOING = ScopedValue.newInstance();
  private static final String SETSID = "/usr/bin/setsid";
  private static final boolean HAS_SETSID = Files.isExecutable(Path.of(SETSID));

  private Undo() {}

  public interface Work<T> {
    T run() throws OpsException;
  }

  public interface Deed {
    void run() throws OpsException;
  }

  /** As {@link #call}, for work without a result. */
  public static void run(Deed deed) throws OpsException {
    var _ =
        call(
            () -> {
              deed.run();
              return true;
            });
  }

  /**
   * Runs the work to its end. An interrupt of the calling thread before or meanwhile is deferred:
   * it is set again afterwards.
   *
   * @throws OpsException what the work throws
   */
  public static <T> T call(Work<T> work) throws OpsException {
    if (UNDOING.isBound()) {
      return work.run();
    }
    FutureTask<T> task = new FutureTask<>(() -> ScopedValue.where(UNDOING, true).call(work::run));
    Thread.ofPlatform().name("undo").start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case OpsException trouble -> throw trouble;
        case RuntimeException fault -> throw fault;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** During an undo, the same program in a session of its own; otherwise unchanged. */
  static List<String> apart(List<String> arguments) {
    if (!UNDOING.isBound() || !HAS_SETSID) {
      return arguments;
    }
    List<String> all = new ArrayList<>(List.of(SETSID));
    all.addAll(arguments);
    return all;
  }
}
