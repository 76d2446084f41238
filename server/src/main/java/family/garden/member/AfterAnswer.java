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
 * Runs tasks after the answer, one at a time, so that the time of an answer does not reveal whether
 * there was anything to do. A task that fails is tried once more some seconds later. At most 100
 * tasks wait; when the server stops, it first runs those that wait, for some seconds at the most.
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
      int remaining = worker.shutdownNow().size();
      LOG.warnf("The server stopped before %d requested letters were written", remaining);
    }
  }

  /**
   * Queues {@code work}.
   *
   * @throws Refusal 503 if too many tasks wait already, or the server is stopping
   */
  void run(Runnable work) {
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

  /** The task counts among the 100 until then. */
  private void tryAgain(Runnable work, Throwable failure) {
    try {
      var _ = worker.schedule(() -> lastAttempt(work), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.infof("A requested letter is tried again: %s", failure.getMessage());
    } catch (RejectedExecutionException stopping) {
      room.release();
      logFailure(failure);
    }
  }

  private void lastAttempt(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      logFailure(e);
    } finally {
      room.release();
    }
  }

  private static void logFailure(Throwable failure) {
    LOG.warnf("A requested letter was not written: %s", failure.getMessage());
  }
}
