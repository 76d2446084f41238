package family.garden.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {
  @Test
  void givesEveryTestADatabaseOfItsOwn() throws SQLException {
    FreshDatabase one = TestDatabase.shared().fresh();
    FreshDatabase other = TestDatabase.shared().fresh();
    write(one);
    assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
    assertThatThrownBy(() -> read(other)).isInstanceOf(SQLException.class);
  }

  @Test
  void keepsPortAndDataOverAnOutage() throws IOException, SQLException {
    try (TestDatabase own = TestDatabase.own()) {
      FreshDatabase database = own.fresh();
      write(database);
      own.stop();
      assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
      own.start();
      assertThat(read(database)).isEqualTo(7);
    }
  }

  @Test
  void doesNotStopWhatOthersUse() {
    assertThatThrownBy(() -> TestDatabase.shared().stop())
        .isInstanceOf(IllegalStateException.class);
  }

  private static void write(FreshDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bed (number int); INSERT INTO bed VALUES (7)");
    }
  }

  private static int read(FreshDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT number FROM bed")) {
      result.next();
      return result.getInt(1);
    }
  }
}
