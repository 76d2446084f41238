package family.garden.platform.metrics;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What PostgreSQL says of itself, under the names of postgres_exporter. */
@Singleton
final class PostgresFigureStore implements FigureStore {
  /** One row; the database user needs no more rights than to connect. */
  private static final String ITSELF =
      """
      SELECT current_database() AS datname,
             CAST(current_setting('max_connections') AS integer) AS max_connections,
             pg_database_size(current_database()) AS size,
             a.archived_count, a.failed_count,
             extract(epoch FROM clock_timestamp() - a.last_archived_time) AS archive_age,
             d.xact_commit, d.xact_rollback, d.deadlocks, d.blks_hit, d.blks_read, d.temp_bytes
      FROM pg_stat_archiver a, pg_stat_database d
      WHERE d.datname = current_database()
      """;

  /** All states there are, so that the figure of each exists before the first such connection. */
  private static final String CONNECTIONS =
      """
      SELECT known.state, count(a.pid) AS connections
      FROM unnest(ARRAY['active', 'idle', 'idle in transaction', 'idle in transaction (aborted)',
                        'other']) AS known(state)
      LEFT JOIN pg_stat_activity a
             ON a.datname = current_database()
            AND CASE WHEN a.state IN ('active', 'idle', 'idle in transaction',
                                      'idle in transaction (aborted)')
                     THEN a.state ELSE 'other' END = known.state
      GROUP BY known.state
      """;

  @Override
  public List<Figure> read(Handle handle) {
    List<Figure> figures =
        new ArrayList<>(handle.createQuery(ITSELF).map((row, context) -> itself(row)).one());
    String database = figures.getFirst().labels().getOrDefault("datname", "");
    handle
        .createQuery(CONNECTIONS)
        .map(
            (row, context) ->
                new Figure(
                    "pg_stat_activity_count",
                    "connections of all programs to the database, by state",
                    Map.of("datname", database, "state", row.getString("state")),
                    row.getDouble("connections")))
        .forEach(figures::add);
    return List.copyOf(figures);
  }

  private static List<Figure> itself(ResultSet row) throws SQLException {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        ofDatabase(row, "pg_database_size_bytes", "size of the database on the disk", "size"));
    for (String counted :
        List.of(
            "xact_commit", "xact_rollback", "deadlocks", "blks_hit", "blks_read", "temp_bytes")) {
      figures.add(
          ofDatabase(row, "pg_stat_database_" + counted, "as in pg_stat_database", counted));
    }
    figures.add(
        Figure.of(
            "pg_settings_max_connections",
            "connections that PostgreSQL takes at the most",
            row.getInt("max_connections")));
    figures.add(
        Figure.of(
            "pg_stat_archiver_archived_count",
            "WAL segments that were archived",
            row.getDouble("archived_count")));
    figures.add(
        Figure.of(
            "pg_stat_archiver_failed_count",
            "failed attempts to archive a WAL segment",
            row.getDouble("failed_count")));
    double age = row.getDouble("archive_age");
    if (!row.wasNull()) {
      figures.add(
          Figure.of(
              "pg_stat_archiver_last_archive_age",
              "seconds since the last WAL segment was archived",
              age));
    }
    return List.copyOf(figures);
  }

  private static Figure ofDatabase(ResultSet row, String name, String help, String column)
      throws SQLException {
    return Figure.of(name, help, "datname", row.getString("datname"), row.getDouble(column));
  }
}
