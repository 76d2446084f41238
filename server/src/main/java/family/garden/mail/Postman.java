package family.garden.mail;

import family.garden.mail.EmailSettingsStore.Unsealed;
import family.garden.mail.OutboxStore.Claimed;
import family.garden.mail.OutboxStore.State;
import family.garden.mail.SendingMetrics.Ending;
import family.garden.platform.background.Recurring;
import family.garden.platform.box.MailQueue;
import family.garden.platform.database.Database;
import family.garden.platform.health.Check;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Empties the outbox, one letter at a time, in a thread of its own. The postman claims each letter,
 * sends it, and then notes that it was sent or that it failed: only one copy of the service sends
 * it, and no transaction is open meanwhile. After a crash between sending and noting, the letter is
 * sent again when the claim has ended, under the same Message-ID.
 */
@Singleton
final class Postman implements MailQueue {
  /** What sending a letter led to. */
  private interface Outcome {
    void note(Handle handle);
  }

  private static final Logger LOG = Logger.getLogger(Postman.class);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Database database;
  private final OutboxStore outbox;
  private final EmailSettingsStore settings;
  private final RefusedMailStore refused;
  private final Smtp smtp;
  private final Clock clock;
  private final SendingMetrics attempts;

  /** The outcome of the last letter, while it is not noted in the database yet; null afterwards. */
  private @Nullable Outcome unnoted;

  private volatile boolean on;
  private volatile State state = new State(0, Optional.empty());
  private final Recurring rounds = new Recurring("postman", ROUND, this::emptyOutbox);

  Postman(
      Database database,
      OutboxStore outbox,
      EmailSettingsStore settings,
      RefusedMailStore refused,
      Smtp smtp,
      Clock clock,
      MeterRegistry registry) {
    this.database = database;
    this.outbox = outbox;
    this.settings = settings;
    this.refused = refused;
    this.smtp = smtp;
    this.clock = clock;
    Gauge.builder("outbox.waiting", () -> state.waiting())
        .description("letters that are not sent yet")
        .register(registry);
    Gauge.builder("outbox.oldest.age", this::oldestSeconds)
        .description("age of the oldest letter that is not sent yet; 0 if there is none")
        .baseUnit("seconds")
        .register(registry);
    this.attempts = new SendingMetrics(registry);
  }

  @Override
  public boolean isOn() {
    return on;
  }

  @Override
  public long waiting() {
    return state.waiting();
  }

  @Override
  public Optional<Instant> oldest() {
    return state.oldest();
  }

  private double oldestSeconds() {
    return state
        .oldest()
        .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
        .map(seconds -> Math.max(0, seconds))
        .orElse(0.0);
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
      noteOutcome();
      more = sendNext();
    }
    state = database.withHandle(outbox::state);
  }

  /**
   * Notes the outcome of the last letter before the next is sent, also where an earlier attempt to
   * note it failed.
   */
  private void noteOutcome() {
    Outcome last = unnoted;
    if (last == null) {
      return;
    }
    // Also while the service stops, so that a letter that was sent is not sent again.
    boolean stopped = Thread.interrupted();
    try {
      database.inTransaction(
          handle -> {
            last.note(handle);
            return null;
          });
      unnoted = null;
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean sendNext() {
    Optional<Unsealed> access =
        database.withHandle(settings::read).filter(found -> found.settings().enabled());
    on = access.isPresent();
    Optional<Claimed> next =
        access.isEmpty() ? Optional.empty() : database.inTransaction(outbox::claim);
    if (next.isEmpty()) {
      return false;
    }
    unnoted = send(access.get(), next.get());
    noteOutcome();
    return true;
  }

  private @Nullable Outcome send(Unsealed access, Claimed letter) {
    if (letter.mail().isEmpty()) {
      LOG.warnf("Letter %s was sealed under another secret; it stays unsent", letter.messageId());
      attempts.count(letter.isLastAttempt() ? Ending.GIVEN_UP : Ending.DEFERRED);
      if (letter.isLastAttempt()) {
        return handle -> outbox.end(handle, letter);
      }
      return handle -> outbox.failed(handle, letter, "sealed under another BOOKING_SECRET");
    }
    Mail mail = letter.mail().get();
    try {
      smtp.send(access, mail, letter.messageId(), clock.instant());
      attempts.count(Ending.SENT);
      return handle -> outbox.end(handle, letter);
    } catch (MailFailure failure) {
      return failed(letter, mail, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Logs no address, since more people read logs than mails. */
  private Outcome failed(Claimed letter, Mail mail, MailFailure failure) {
    if (failure.isFinal()) {
      attempts.count(Ending.REFUSED);
      LOG.warnf(
          "Letter %s was refused for good; administrators see to whom it went: %s",
          letter.messageId(), failure.getMessage());
      return handle -> {
        outbox.end(handle, letter);
        refused.add(handle, mail, failure);
      };
    }
    if (letter.isLastAttempt()) {
      attempts.count(Ending.GIVEN_UP);
      LOG.warnf(
          "Letter %s was tried for %d days and is given up; administrators see to whom it went: %s",
          letter.messageId(), OutboxStore.GIVE_UP_AFTER.toDays(), failure.getMessage());
      return handle -> {
        outbox.end(handle, letter);
        refused.add(handle, mail, failure);
      };
    }
    attempts.count(Ending.DEFERRED);
    LOG.warnf(
        "Letter %s was not taken by the mail server; it stays in the outbox: %s",
        letter.messageId(), failure.getMessage());
    return handle -> outbox.failed(handle, letter, String.valueOf(failure.getMessage()));
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
