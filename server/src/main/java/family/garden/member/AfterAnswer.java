package family.garden.member;

import family.garden.platform.http.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work that is done after the answer, one piece at a time, so that the time of an answer does not
 * tell whether there was anything to do. What fails is tried once more some seconds later. At most
 * 100 pieces wait; what waits when the server is stopped is done first, as far as seconds suffice.
 */
@Singleton
class AfterAnswer {
  private static final Logger LOG = Logger.getLogger(AfterAnswer.class);
  private static final int MOST = 100;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Shorter than the time that the server has to stop. */
  private static final Duration TIMEOUT = Duration.ofSeconds(8);

  private final Semaphore room = new Semaphore(MOST);
  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("after-answer").factory());

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.shutdown();
    if (!worker.awaitTermination(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
      int left = worker.shutdownNow().size();
      LOG.warnf("The server stopped before %d letters that somebody asked for were written", left);
    }
  }

  /**
   * Leaves {@code work} to be done soon.
   *
   * @throws Refusal 503 if too much waits already, or the server is being stopped
   */
  void leave(Runnable work) {
    if (!room.tryAcquire()) {
      throw Refusal.unavailable();
    }
    try {
      worker.execute(() -> attempt(work));
    } catch (RejectedExecutionException stopping) {
      room.release();
      throw Refusal.unavailable();
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
      room.release();
    } catch (Throwable e) {
      tryAgain(work, e);
    }
  }

  /** It keeps its place among the 100 until then. */
  private void tryAgain(Runnable work, Throwable failure) {
    try {
      var _ = worker.schedule(() -> lastAttempt(work), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.infof("A letter that somebody asked for is tried again: %s", failure.getMessage());
    } catch (RejectedExecutionException stopping) {
      room.release();
      tellOf(failure);
    }
  }

  private void lastAttempt(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      tellOf(e);
    } finally {
      room.release();
    }
  }

  private static void tellOf(Throwable failure) {
    LOG.warnf("A letter that somebody asked for was not written: %s", failure.getMessage());
  }
}
