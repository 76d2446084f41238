package family.garden.calendar;

import family.garden.platform.background.Recurring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks from time to time whether an external calendar is due, and reads it. */
@Singleton
final class Refreshing {
  private final Recurring rounds;

  Refreshing(
      ExternalCalendars calendars,
      @ConfigProperty(name = "booking.calendar.round") Duration pause) {
    this.rounds = new Recurring("calendars", pause, calendars::refreshDue);
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }
}
