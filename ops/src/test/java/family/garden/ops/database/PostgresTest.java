package family.garden.ops.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.result.OpsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTest {
  @Test
  void findsTheMajorVersion() throws OpsException {
    assertThat(Postgres.major("postgres (PostgreSQL) 17.6 (Debian 17.6-0+deb13u1)\n"))
        .isEqualTo(17);
    assertThat(Postgres.major("psql (PostgreSQL) 18beta1")).isEqualTo(18);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "exec format error"})
  void saysThatThereIsNone(String output) {
    assertThatThrownBy(() -> Postgres.major(output))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("learn the version of PostgreSQL");
  }
}
