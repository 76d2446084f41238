package family.garden.member;

import family.garden.platform.http.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done after the answer, one piece at a time, so that the time of an answer does not
 * tell whether there was anything to do. At most 100 pieces wait; what waits when the server is
 * stopped is done first.
 */
@Singleton
class AfterAnswer {
  private static final Logger LOG = Logger.getLogger(AfterAnswer.class);
  private static final int MOST = 100;

  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST);
  private @Nullable Thread worker;

  void start(@Observes StartupEvent event) {
    worker = Thread.ofVirtual().name("after-answer").start(this::work);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    Thread working = worker;
    if (working != null) {
      // Behind everything that waits: the worker ends when it gets there.
      waiting.put(working::interrupt);
      working.join();
    }
  }

  /**
   * Leaves {@code work} to be done soon.
   *
   * @throws Refusal 503 if too much waits already
   */
  void leave(Runnable work) {
    if (!waiting.offer(work)) {
      throw Refusal.unavailable();
    }
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        waiting.take().run();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("A letter that somebody asked for was not written: %s", e.getMessage());
      }
    }
  }
}
