package family.garden.platform.database;

import family.garden.platform.config.Configuration.DatabaseSettings;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;

/**
 * The version of the schema, and the migration to this program's version.
 *
 * <p>Flyway is used only when the schema is older: a normal start does not load its classes, which
 * cost several megabytes.
 */
public final class Schema {
  /** The newest migration under {@code db/migration}; a test compares the two. */
  public static final int VERSION = 12;

  /**
   * The oldest version whose programs still work with this schema; the migrations write it into
   * {@code schema_compatibility}, and a test compares the two.
   */
  public static final int WORKS_FROM = 6;

  private Schema() {}

  /**
   * The version of the schema in the database; 0 if the database is empty.
   *
   * @throws org.jdbi.v3.core.JdbiException if the database does not answer
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
   * Migrates the database to {@link #VERSION}; several copies of the server may do so at once. A
   * schema of a newer program stays as it is, if this program still works with it.
   *
   * @return the version of the schema now; above {@link #VERSION} if a newer program migrated it
   * @throws SchemaException if this program cannot work with the schema of a newer one, or if a
   *     migration fails, which is then rolled back
   */
  public static int bringUpToDate(Database database, DatabaseSettings settings)
      throws SchemaException {
    int found = of(database);
    if (found > VERSION) {
      int worksFrom = worksFrom(database).orElse(found);
      if (worksFrom > VERSION) {
        throw new SchemaException(
            "The data has schema version %d, which needs a program of version %d or later, and this program has version %d. Start the newer program, or restore a backup made by this one. Nothing was changed."
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

  private static void migrate(DatabaseSettings settings) throws SchemaException {
    try {
      Flyway.configure()
          .dataSource(settings.url(), settings.user(), settings.password())
          .locations("classpath:db/migration")
          .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SchemaException(
          "Tried to bring the database to schema version %d, failed because: %s"
              .formatted(VERSION, e.getMessage()));
    }
  }

  /** This program cannot work with the schema of the database. */
  public static final class SchemaException extends Exception {
    SchemaException(String message) {
      super(message);
    }
  }
}
