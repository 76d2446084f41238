package family.garden.access;

import family.garden.platform.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Throws away what has expired, once an hour. Several copies may do so at once. */
@Singleton
final class Housekeeping {
  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;
  private @Nullable Thread worker;

  Housekeeping(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    worker = Thread.ofVirtual().name("housekeeping").start(this::work);
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.interrupt();
    }
  }

  private void work() {
    while (true) {
      try {
        Thread.sleep(PAUSE);
        sweep();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("Expired rows stay for another hour: %s", e.getMessage());
      }
    }
  }

  void sweep() {
    Instant now = clock.instant();
    database.read(
        handle -> {
          handle.execute("DELETE FROM session WHERE expires_at < ?", now);
          handle.execute("DELETE FROM one_time_token WHERE expires_at < ?", now);
          return handle.execute("DELETE FROM rate_limit WHERE window_ends < ?", now);
        });
  }
}
