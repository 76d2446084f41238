package family.garden.platform.database;

import family.garden.platform.config.Configuration.DatabaseSettings;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * All access to PostgreSQL: a small pool of connections, and Jdbi on top of it.
 *
 * <p>Every wait has a bound: 2 s to connect, 5 s for a free connection, 7 s for a statement. While
 * the database is away, a request fails and never hangs.
 */
public final class Database implements AutoCloseable {
  private final AgroalDataSource pool;
  private final Jdbi jdbi;
  private final CircuitBreaker breaker = new CircuitBreaker();

  public Database(DatabaseSettings settings) {
    try {
      this.pool = AgroalDataSource.from(configuration(settings));
    } catch (SQLException e) {
      throw new IllegalStateException("The connection pool could not be created", e);
    }
    this.jdbi = Jdbi.create(pool).registerArgument(new Uuids());
    // Bound values may be secrets or names, and exception messages are logged.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /** Jdbi would send a missing UUID as text, which PostgreSQL refuses. */
  private static final class Uuids extends AbstractArgumentFactory<UUID> {
    Uuids() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }

  private static AgroalDataSourceConfigurationSupplier configuration(DatabaseSettings settings) {
    return new AgroalDataSourceConfigurationSupplier()
        .metricsEnabled(true)
        .connectionPoolConfiguration(
            pool ->
                pool.maxSize(settings.poolSize())
                    .minSize(0)
                    .initialSize(0)
                    .acquisitionTimeout(Duration.ofSeconds(5))
                    .idleValidationTimeout(Duration.ofSeconds(1))
                    .reapTimeout(Duration.ofMinutes(5))
                    // Without it the pool hands out a broken connection again and again.
                    .exceptionSorter(new PostgreSQLExceptionSorter())
                    .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(2))
                    .connectionFactoryConfiguration(
                        connection ->
                            connection
                                .jdbcUrl(settings.url())
                                .principal(new NamePrincipal(settings.user()))
                                .credential(password(settings))
                                .jdbcProperty("ApplicationName", "booking")
                                .jdbcProperty("connectTimeout", "2")
                                .jdbcProperty("loginTimeout", "4")
                                .jdbcProperty("socketTimeout", "8")
                                .jdbcProperty("tcpKeepAlive", "true")
                                .jdbcProperty("reWriteBatchedInserts", "true")
                                .jdbcProperty(
                                    "options", "-c statement_timeout=7s -c timezone=UTC")));
  }

  private static SimplePassword password(DatabaseSettings settings) {
    Path file = settings.passwordFile();
    return file == null
        ? new SimplePassword(settings.password())
        : new PasswordInFile(file, settings.password());
  }

  /** Runs {@code work} in one transaction, which is rolled back if {@code work} throws. */
  public <R, X extends Exception> R inTransaction(HandleCallback<R, X> work) throws X {
    return breaker.run(() -> jdbi.inTransaction(work));
  }

  /**
   * Runs {@code work}, which only reads, on a connection without a transaction around it. Whatever
   * writes runs {@link #inTransaction}.
   */
  public <R, X extends Exception> R withHandle(HandleCallback<R, X> work) throws X {
    return breaker.run(() -> jdbi.withHandle(work));
  }

  /**
   * Runs an empty query.
   *
   * @throws org.jdbi.v3.core.JdbiException if the database does not answer
   */
  public void ping() {
    withHandle(handle -> handle.execute("SELECT 1"));
  }

  /** Connections in use at the moment. */
  public long active() {
    return pool.getMetrics().activeCount();
  }

  /** Callers waiting for a connection at the moment. */
  public long awaiting() {
    return pool.getMetrics().awaitingCount();
  }

  @Override
  public void close() {
    pool.close();
  }
}
