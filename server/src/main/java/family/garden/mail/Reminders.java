package family.garden.mail;

import family.garden.booking.Stays;
import family.garden.platform.background.Recurring;
import family.garden.platform.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Reminds people of their stay three days before it, once for each day of arrival, not before eight
 * in the morning. If the service did not run on that day, it does so on the next; a member who has
 * got a letter about the stay since that day gets no reminder.
 */
@Singleton
final class Reminders {
  private static final int DAYS_AHEAD = 3;
  private static final LocalTime EARLIEST = LocalTime.of(8, 0);

  private final Database database;
  private final ReminderStore store;
  private final Stays stays;
  private final Letters letters;
  private final Outbox outbox;
  private final Clock clock;
  private final Recurring rounds;

  Reminders(
      Database database,
      ReminderStore store,
      Stays stays,
      Letters letters,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "booking.reminder.round") Duration pause) {
    this.database = database;
    this.store = store;
    this.stays = stays;
    this.letters = letters;
    this.outbox = outbox;
    this.clock = clock;
    this.rounds = new Recurring("reminders", pause, this::remind);
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  private void remind() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    if (isDay(now)) {
      database.inTransaction(
          handle -> {
            if (outbox.isAvailable(handle)) {
              remind(handle, now.toLocalDate());
            }
            return null;
          });
    }
  }

  static boolean isDay(ZonedDateTime now) {
    return !now.toLocalTime().isBefore(EARLIEST);
  }

  private void remind(Handle handle, LocalDate today) {
    for (int days = 1; days <= DAYS_AHEAD; days++) {
      LocalDate start = today.plusDays(days);
      Instant due = start.minusDays(DAYS_AHEAD).atStartOfDay(clock.getZone()).toInstant();
      store
          .claim(handle, start, due)
          .forEach(id -> stays.find(handle, id).ifPresent(stay -> letters.remind(handle, stay)));
    }
    store.forget(handle, today);
  }
}
