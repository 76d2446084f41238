package family.garden.platform.database;

import family.garden.platform.config.Configuration.DatabaseSettings;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;

/**
 * The schema's version, and the way to this program's.
 *
 * <p>Flyway is touched only when the schema is behind: its classes cost several megabytes that a
 * normal start then never loads.
 */
public final class Schema {
  /** The newest migration under {@code db/migration}; a test holds the two together. */
  public static final int VERSION = 11;

  /**
   * The oldest version whose programs still work on the schema of this one, as the migrations leave
   * it in {@code schema_compatibility}; a test holds the two together.
   */
  public static final int WORKS_FROM = 6;

  private Schema() {}

  /**
   * The version that the database is at; 0 where it is empty.
   *
   * @throws org.jdbi.v3.core.JdbiException where the database cannot be asked
   */
  public static int of(Database database) {
    return database.withHandle(
        handle ->
            isThere(handle, "flyway_schema_history")
                ? handle
                    .createQuery(
                        "SELECT coalesce(max(version::int), 0) FROM flyway_schema_history"
                            + " WHERE success")
                    .mapTo(Integer.class)
                    .one()
                : 0);
  }

  /**
   * Brings the database to {@link #VERSION}; several copies may do so at once. One that a newer
   * program brought further is left as it is, where that still suits this program.
   *
   * @return the version that the database is at now; above {@link #VERSION} if it was brought
   *     further
   * @throws SchemaTrouble if the data is of a newer program that left nothing for this one to work
   *     with, or a migration fails; then the database is as it was before that migration
   */
  public static int bringUpToDate(Database database, DatabaseSettings settings)
      throws SchemaTrouble {
    int found = of(database);
    if (found > VERSION) {
      int worksFrom = worksFrom(database).orElse(found);
      if (worksFrom > VERSION) {
        throw new SchemaTrouble(
            "The data is of schema version %d, on which programs work from version %d on, and this one is of %d. Start the newer program, or restore a backup made by this one. Nothing was changed."
                .formatted(found, worksFrom, VERSION));
      }
      return found;
    }
    if (found < VERSION) {
      migrate(settings);
    }
    return VERSION;
  }

  private static Optional<Integer> worksFrom(Database database) {
    return database.withHandle(
        handle ->
            isThere(handle, "schema_compatibility")
                ? handle
                    .createQuery("SELECT works_from FROM schema_compatibility")
                    .mapTo(Integer.class)
                    .findOne()
                : Optional.empty());
  }

  private static boolean isThere(Handle handle, String table) {
    return handle
        .createQuery("SELECT to_regclass(:table) IS NOT NULL")
        .bind("table", table)
        .mapTo(Boolean.class)
        .one();
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
