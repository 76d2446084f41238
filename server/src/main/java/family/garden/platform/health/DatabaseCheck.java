package family.garden.platform.health;

import family.garden.platform.database.Database;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.JdbiException;

/** Whether PostgreSQL answers. */
@Singleton
final class DatabaseCheck extends Check {
  private final Database database;

  DatabaseCheck(Database database) {
    super("database");
    this.database = database;
  }

  @Override
  public Result look() {
    try {
      database.ping();
      return Result.up();
    } catch (JdbiException away) {
      return Result.down("PostgreSQL does not answer");
    }
  }
}
