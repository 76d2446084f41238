package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.Launch;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstStartIT {
  @Test
  void isReadyOnlyOnceTheAdministratorIsThere() throws SQLException {
    FreshDatabase database = TestDatabase.shared().fresh();
    assertThat(GardenServer.on(database).command("migrate").startWithoutWaiting().awaitExit())
        .isZero();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Nobody can be added to the members meanwhile, so that the first start stops right there.
      statement.execute("LOCK TABLE member IN EXCLUSIVE MODE");
      try (GardenServer server = GardenServer.on(database).startWithoutWaiting()) {
        await().atMost(Duration.ofSeconds(60)).until(() -> someoneWaits(statement));
        assertThat(isReady(server)).isFalse();
        connection.commit();
        server.awaitReady();
        server
            .api()
            .post(
                "/api/auth/login",
                Map.of("email", Launch.ADMIN_EMAIL, "password", Launch.ADMIN_PASSWORD))
            .expect(200);
      }
    }
  }

  private static boolean someoneWaits(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'member'::regclass")) {
      waiting.next();
      return waiting.getInt(1) > 0;
    }
  }

  private static boolean isReady(GardenServer server) {
    try {
      return server.api().sendUnchecked("GET", "/api/health/ready", null, null).status() == 200;
    } catch (IOException notListening) {
      return false;
    }
  }
}
