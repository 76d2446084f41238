package family.garden.waiting;

import family.garden.accommodation.AccommodationStore;
import family.garden.platform.background.Recurring;
import family.garden.platform.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Looks every few seconds for offers that have lapsed, and less often for free beds that were
 * offered to nobody, because an older version of this program or a change by hand in the database
 * freed them. Several copies of the service may do so at once, since each takes the locks and then
 * looks again.
 */
@Singleton
final class Rounds {
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(30);

  private final Database database;
  private final WaitingStore store;
  private final Offers offers;
  private final AccommodationStore accommodations;
  private final Recurring lapsing = new Recurring("lapsing offers", OFTEN, this::lapse);
  private final Recurring offering = new Recurring("offering beds", SELDOM, this::offer);

  Rounds(Database database, WaitingStore store, Offers offers, AccommodationStore accommodations) {
    this.database = database;
    this.store = store;
    this.offers = offers;
    this.accommodations = accommodations;
  }

  void start(@Observes StartupEvent event) {
    lapsing.start();
    offering.start();
  }

  void stop(@Observes ShutdownEvent event) {
    lapsing.stop();
    offering.stop();
  }

  private void lapse() {
    if (database.withHandle(store::isAnyDue)) {
      locked(offers::lapse);
    }
  }

  private void offer() {
    boolean forgotten =
        database.withHandle(
            handle -> store.inLine(handle).stream().anyMatch(entry -> offers.fits(handle, entry)));
    if (forgotten) {
      locked(handle -> offers.offer(handle, store.inLine(handle)));
    }
  }

  private void locked(Consumer<Handle> work) {
    database.inTransaction(
        handle -> {
          accommodations.lockAll(handle);
          work.accept(handle);
          return null;
        });
  }
}
