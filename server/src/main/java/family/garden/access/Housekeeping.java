package family.garden.access;

import family.garden.platform.background.Recurring;
import family.garden.platform.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Throws away what has expired, once an hour. Several copies may do so at once. */
@Singleton
final class Housekeeping {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Database database;
  private final SecurityEvents events;
  private final Clock clock;
  private final Recurring sweeping = new Recurring("housekeeping", PAUSE, this::sweep);

  Housekeeping(Database database, SecurityEvents events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    sweeping.start();
  }

  void stop(@Observes ShutdownEvent event) {
    sweeping.stop();
  }

  void sweep() {
    Instant now = clock.instant();
    database.read(
        handle -> {
          handle.execute(
              "DELETE FROM session WHERE expires_at < ? OR last_used_at < ?",
              now,
              now.minus(Sessions.IDLE));
          handle.execute("DELETE FROM one_time_token WHERE expires_at < ?", now);
          events.sweep(handle);
          return handle.execute("DELETE FROM rate_limit WHERE window_ends < ?", now);
        });
  }
}
