package family.garden.platform.database;

import family.garden.platform.config.Configuration.DatabaseSettings;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The schema's version, and the way to this program's.
 *
 * <p>Flyway is touched only when the schema is behind: its classes cost several megabytes that a
 * normal start then never loads.
 */
public final class Schema {
  /** The newest migration under {@code db/migration}; a test holds the two together. */
  public static final int VERSION = 5;

  private Schema() {}

  /**
   * The version that the database is at; 0 where it is empty.
   *
   * @throws org.jdbi.v3.core.JdbiException where the database cannot be asked
   */
  public static int of(Database database) {
    return database.read(
        handle -> {
          boolean known =
              handle
                  .createQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")
                  .mapTo(Boolean.class)
                  .one();
          return known
              ? handle
                  .createQuery(
                      "SELECT coalesce(max(version::int), 0) FROM flyway_schema_history"
                          + " WHERE success")
                  .mapTo(Integer.class)
                  .one()
              : 0;
        });
  }

  /**
   * Brings the database to {@link #VERSION}; several copies may do so at once.
   *
   * @throws SchemaTrouble if the data is of a newer program, or a migration fails; then the
   *     database is as it was before that migration
   */
  public static void bringUpToDate(Database database, DatabaseSettings settings)
      throws SchemaTrouble {
    int found = of(database);
    if (found > VERSION) {
      throw new SchemaTrouble(
          "The data is of schema version %d, and this program knows up to %d. Start the newer program, or restore a backup made by this one. Nothing was changed."
              .formatted(found, VERSION));
    }
    if (found < VERSION) {
      migrate(settings);
    }
  }

  private static void migrate(DatabaseSettings settings) throws SchemaTrouble {
    try {
      Flyway.configure()
          .dataSource(settings.url(), settings.user(), settings.password())
          .locations("classpath:db/migration")
          .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SchemaTrouble(
          "Tried to bring the database to schema version %d, failed because: %s"
              .formatted(VERSION, e.getMessage()));
    }
  }

  /** The data and this program do not fit together. */
  public static final class SchemaTrouble extends Exception {
    SchemaTrouble(String message) {
      super(message);
    }
  }
}
