package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Puts back what was begun, whatever signal came or comes. A signal interrupts the thread that does
 * the work; the undo runs on a thread of its own. Its programs run in a session of their own, which
 * the Ctrl-C of a terminal does not reach.
 */
public final class Undo {
  private static final ScopedValue<Boolean> AT_IT = ScopedValue.newInstance();
  private static final String SETSID = "/usr/bin/setsid";
  private static final boolean HAS_SETSID = Files.isExecutable(Path.of(SETSID));

  private Undo() {}

  /** What gives something back, or fails. */
  public interface Work<T> {
    T run() throws OpsException;
  }

  /** What only does something, or fails. */
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
   * Does the work to its end. An interrupt of the calling thread, from before or in between, is set
   * aside, and is set again afterwards.
   *
   * @throws OpsException that the work throws
   */
  public static <T> T call(Work<T> work) throws OpsException {
    if (AT_IT.isBound()) {
      return work.run();
    }
    FutureTask<T> task = new FutureTask<>(() -> ScopedValue.where(AT_IT, true).call(work::run));
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

  /** The same program, out of reach of the terminal where an undo calls it. */
  static List<String> apart(List<String> arguments) {
    if (!AT_IT.isBound() || !HAS_SETSID) {
      return arguments;
    }
    List<String> all = new ArrayList<>(List.of(SETSID));
    all.addAll(arguments);
    return all;
  }
}
