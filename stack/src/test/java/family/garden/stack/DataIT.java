package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.ProcessResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database and the cache keep, and what they refuse to their one user. */
@ExtendWith(OneStack.class)
class DataIT {
  private final Stack stack;

  DataIT(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(strings = {"data_checksums", "fsync", "full_page_writes", "synchronous_commit"})
  void losesNothingAcknowledged(String setting) {
    assertThat(stack.sql("SHOW " + setting).strip()).isEqualTo("on");
  }

  @Test
  void givesTheServiceNoPowerOverOthers() {
    assertThat(
            asService(
                    "SELECT current_user, rolsuper, rolcreaterole, rolcreatedb, rolreplication,"
                        + " rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .expectSuccess()
                .output()
                .strip())
        .isEqualTo("booking|f|f|f|f|f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE ROLE another",
        "SELECT rolpassword FROM pg_authid",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY (SELECT 1) TO PROGRAM 'true'"
      })
  void refusesTheService(String statement) {
    ProcessResult outcome = asService(statement);
    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.output()).contains("ERROR:  permission denied");
  }

  @Test
  void refusesAWrongPasswordAndEverybodyElse() {
    assertThat(psql("wrong", "booking", "booking"))
        .contains("password authentication failed for user \"booking\"");
    assertThat(psql("any", "database", "postgres")).contains("no pg_hba.conf entry");
    assertThat(psql("any", "booking", "postgres")).contains("no pg_hba.conf entry");
  }

  private String psql(String password, String user, String database) {
    ProcessResult outcome = overTheNetwork("PGPASSWORD=" + password, user, database, "SELECT 1");
    assertThat(outcome.code()).isNotZero();
    return outcome.output();
  }

  /** The password never leaves the container. */
  private ProcessResult asService(String statement) {
    return overTheNetwork(
        "PGPASSWORD=$(cat /run/secrets/database-password)", "booking", "booking", statement);
  }

  private ProcessResult overTheNetwork(
      String password, String user, String database, String statement) {
    String psql = password + " psql -h 127.0.0.1 -U \"$1\" -d \"$2\" -Atc \"$3\"";
    return stack.in("database", "sh", "-c", psql, "psql", user, database, statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONFIG GET maxmemory",
        "DEBUG SLEEP 0",
        "MODULE LIST",
        "SAVE",
        "REPLICAOF no one"
      })
  void refusesToChangeTheCache(String command) {
    assertThat(redis("PING")).isEqualTo("PONG");
    assertThat(redis(command)).contains("unknown command");
  }

  private String redis(String command) {
    return stack
        .in("cache", "sh", "-c", "redis-cli -s /tmp/redis.sock " + command)
        .expectSuccess()
        .output()
        .strip();
  }
}
