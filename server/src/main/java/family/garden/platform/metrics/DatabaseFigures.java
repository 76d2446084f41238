package family.garden.platform.metrics;

import family.garden.platform.database.Database;
import family.garden.platform.database.Outage;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * All figures in the database, read over one connection. While PostgreSQL is away there is {@code
 * pg_up 0} and no other: a figure that nobody knows is not 0.
 */
@Singleton
final class DatabaseFigures implements FigureSource {
  private static final Logger LOG = Logger.getLogger(DatabaseFigures.class);

  private final Database database;
  private final List<FigureStore> stores;

  DatabaseFigures(Database database, @All List<FigureStore> stores) {
    this.database = database;
    this.stores = List.copyOf(stores);
  }

  @Override
  public List<Figure> read() {
    try {
      return database.withHandle(this::read);
    } catch (JdbiException away) {
      return List.of(up(0));
    }
  }

  private List<Figure> read(Handle handle) {
    List<Figure> figures = new ArrayList<>();
    figures.add(up(1));
    for (FigureStore store : stores) {
      try {
        figures.addAll(store.read(handle));
      } catch (JdbiException e) {
        if (Outage.isBehind(e)) {
          throw e;
        }
        LOG.warnf("Figures of %s are missing: %s", store.getClass().getSimpleName(), e);
      }
    }
    return List.copyOf(figures);
  }

  private static Figure up(int value) {
    return Figure.of("pg_up", "whether PostgreSQL answers: 1 or 0", value);
  }
}
