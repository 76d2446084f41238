package family.garden;

import family.garden.platform.config.Configuration;
import family.garden.platform.database.Database;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts that {@link Main} checks and opens before the service starts, for injection. */
final class Parts {
  private record Handed(Configuration configuration, Database database, Clock clock) {}

  private static volatile @Nullable Handed handed;

  /**
   * @param clock in the garden's zone: its date is "today"
   */
  static void hand(Configuration configuration, Database database, Clock clock) {
    handed = new Handed(configuration, database, clock);
  }

  private static Handed handed() {
    return Objects.requireNonNull(handed, "main hands the parts over first");
  }

  @Produces
  @Singleton
  Configuration configuration() {
    return handed().configuration();
  }

  @Produces
  @Singleton
  Database database() {
    return handed().database();
  }

  @Produces
  @Singleton
  Clock clock() {
    return handed().clock();
  }
}
