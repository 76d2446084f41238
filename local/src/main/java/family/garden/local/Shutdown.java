package family.garden.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Undoes the steps of the start in reverse order, however the process ends.
 *
 * <p>This object is locked during every step and during the whole shutdown: a signal that comes
 * while PostgreSQL is starting waits for that step, and no step begins after a signal.
 */
final class Shutdown {
  private final Deque<Runnable> undos = new ArrayDeque<>();
  private int exitCode;

  /** From now on Ctrl-C and SIGTERM undo everything and count as a clean end. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::undoAndHalt, "shutdown"));
  }

  /** Runs a step; the shutdown undoes it, also if it failed half way. */
  synchronized void step(Runnable doing, Runnable undo) {
    undos.push(undo);
    doing.run();
  }

  /** Prints what went wrong, unless a signal has requested the end meanwhile. */
  synchronized void fail(int code, String message) {
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
    // A JVM that a signal ended would exit with 143; a requested stop is no failure.
    Runtime.getRuntime().halt(exitCode);
  }
}
