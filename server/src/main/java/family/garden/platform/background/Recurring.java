package family.garden.platform.background;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task again and again, with a pause before each run. A run that fails is logged, and the
 * next follows after the pause.
 */
public final class Recurring {
  private static final Logger LOG = Logger.getLogger(Recurring.class);

  private final String name;
  private final Duration pause;
  private final Runnable task;
  private @Nullable Thread worker;

  /**
   * A task, not started yet. Several copies of the service may run it at once.
   *
   * @param name for the log
   */
  public Recurring(String name, Duration pause, Runnable task) {
    this.name = name;
    this.pause = pause;
    this.task = task;
  }

  public void start() {
    worker = Thread.ofVirtual().name(name).start(this::work);
  }

  /** Stops; a run that is under way is interrupted. */
  public void stop() {
    if (worker != null) {
      worker.interrupt();
    }
  }

  private void work() {
    while (true) {
      try {
        Thread.sleep(pause);
        task.run();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("%s failed and is tried again in %s: %s", name, pause, e.getMessage());
      }
    }
  }
}
