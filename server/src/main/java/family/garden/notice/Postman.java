package family.garden.notice;

import family.garden.notice.EmailSettingsStore.Unsealed;
import family.garden.notice.Outbox.State;
import family.garden.notice.Outbox.Waiting;
import family.garden.platform.background.Recurring;
import family.garden.platform.database.Database;
import family.garden.platform.health.Check;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Empties the outbox, one letter at a time, in a thread that nobody waits for. Each letter is sent
 * by one copy only, since its row is locked meanwhile. A crash after the mail server took a letter
 * and before that is noted sends it again, under the same Message-ID.
 */
@Singleton
final class Postman {
  private static final Logger LOG = Logger.getLogger(Postman.class);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Database database;
  private final Outbox outbox;
  private final EmailSettingsStore settings;
  private final Smtp smtp;
  private final Clock clock;
  private volatile State state = new State(0, Optional.empty());
  private final Recurring rounds = new Recurring("postman", ROUND, this::emptyOutbox);

  Postman(
      Database database,
      Outbox outbox,
      EmailSettingsStore settings,
      Smtp smtp,
      Clock clock,
      MeterRegistry registry) {
    this.database = database;
    this.outbox = outbox;
    this.settings = settings;
    this.smtp = smtp;
    this.clock = clock;
    Gauge.builder("outbox.waiting", () -> state.waiting())
        .description("letters that are not sent yet")
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  private void emptyOutbox() {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = database.inTransaction(this::sendNext);
    }
    state = database.read(outbox::state);
  }

  private boolean sendNext(Handle handle) {
    Optional<Unsealed> access = settings.read(handle).filter(found -> found.settings().enabled());
    Optional<Waiting> next = access.isEmpty() ? Optional.empty() : outbox.next(handle);
    if (next.isEmpty()) {
      return false;
    }
    Waiting letter = next.get();
    if (letter.mail().isEmpty()) {
      LOG.warnf("Letter %s was sealed under another secret; it stays unsent", letter.messageId());
      outbox.failed(handle, letter, "sealed under another BOOKING_SECRET");
      return true;
    }
    try {
      smtp.send(access.get(), letter.mail().get(), letter.messageId(), clock.instant());
      outbox.delivered(handle, letter);
    } catch (MessagingException e) {
      // Without the address: logs are read by more people than mails.
      String why = e.getClass().getSimpleName() + ": " + e.getMessage();
      LOG.warnf(
          "Letter %s was not taken by the mail server; it stays in the outbox: %s",
          letter.messageId(), e.getClass().getSimpleName());
      outbox.failed(handle, letter, why);
    }
    return true;
  }

  @Produces
  @Singleton
  Check check() {
    return new Check("mail") {
      @Override
      public Result look() {
        boolean late =
            state
                .oldest()
                .filter(oldest -> oldest.isBefore(clock.instant().minus(LATE)))
                .isPresent();
        return late
            ? Result.degraded(state.waiting() + " letters wait, some for over 15 minutes")
            : Result.up();
      }
    };
  }
}
