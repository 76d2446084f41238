package family.garden.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Undoes what was done, last things first, however the process ends.
 *
 * <p>The lock of this object is held for every step and for the whole undoing. So a signal that
 * comes while PostgreSQL is half started waits for that step, and no step begins after a signal.
 */
final class Shutdown {
  private final Deque<Runnable> undos = new ArrayDeque<>();
  private int exitCode;

  /** From here on Ctrl-C and SIGTERM undo everything and count as a clean end. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::undoAndHalt, "shutdown"));
  }

  /** Runs a step; what it did is undone at the end, also if it failed half way. */
  synchronized void step(Runnable doing, Runnable undo) {
    undos.push(undo);
    doing.run();
  }

  /** Says what went wrong; silent when the end was asked for meanwhile. */
  synchronized void tell(int code, String message) {
    exitCode = code;
    System.err.println(message);
  }

  /** Ends the process. Does not return. */
  void exit() {
    System.exit(exitCode);
  }

  private synchronized void undoAndHalt() {
    for (Runnable undo : undos) {
      try {
        undo.run();
      } catch (RuntimeException e) {
        System.err.println(e.getMessage());
        exitCode = Math.max(exitCode, 1);
      }
    }
    System.out.flush();
    // A JVM that a signal ended would exit with 143; a stop that was asked for is no failure.
    Runtime.getRuntime().halt(exitCode);
  }
}
