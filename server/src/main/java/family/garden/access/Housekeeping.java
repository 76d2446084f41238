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
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Deletes expired rows once an hour. Several copies of the server may do so at once. */
@Singleton
final class Housekeeping {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Database database;
  private final SessionStore sessions;
  private final OneTimeTokenStore tokens;
  private final RateLimitStore limits;
  private final SecurityEvents events;
  private final Clock clock;
  private final Recurring sweeping = new Recurring("housekeeping", PAUSE, this::sweep);

  Housekeeping(
      Database database,
      SessionStore sessions,
      OneTimeTokenStore tokens,
      RateLimitStore limits,
      SecurityEvents events,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.tokens = tokens;
    this.limits = limits;
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
    sweep(handle -> sessions.sweep(handle, now));
    sweep(handle -> tokens.sweep(handle, now));
    sweep(events::sweep);
    sweep(handle -> limits.sweep(handle, now));
  }

  /** In a transaction of its own, so that no lock is held while another table is swept. */
  private void sweep(Consumer<Handle> work) {
    database.inTransaction(
        handle -> {
          work.accept(handle);
          return null;
        });
  }
}
