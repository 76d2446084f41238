package family.garden.survival;

import java.io.IOException;

/** Signals that Java cannot send itself. */
final class Signals {
  private Signals() {}

  /**
   * Sends a signal.
   *
   * @param signal its name, as {@code kill} takes it
   */
  static void send(String signal, long pid) throws IOException {
    if (!sendIfAlive(signal, pid)) {
      throw new IOException("Tried to send %s to %d, failed".formatted(signal, pid));
    }
  }

  /** Sends a signal to a process that may have ended meanwhile; says whether it was there. */
  static boolean sendIfAlive(String signal, long pid) throws IOException {
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
      return kill.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
