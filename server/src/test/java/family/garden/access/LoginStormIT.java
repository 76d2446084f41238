package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.GardenServer;
import family.garden.contract.Launch;
import family.garden.contract.TestDatabase;
import family.garden.contract.garden.Together;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Log-ins with the memory of production. */
class LoginStormIT {
  private static final int FAMILY = 8;

  @Test
  void letsAWholeFamilyInAtOnceWithoutCollectingGarbageAllTheTime() {
    try (GardenServer server =
        GardenServer.on(TestDatabase.shared().fresh()).flag("-Xlog:gc").start()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> server.output().contains("serves at"));
      long before = fullCollections(server);
      assertThat(Together.run(FAMILY, () -> logIn(server)))
          .extracting(Answer::status)
          .containsOnly(200);
      // Each full collection stops all threads; with too little memory one log-in causes about
      // fifty.
      assertThat(fullCollections(server) - before).isLessThan(FAMILY * 5L);
    }
  }

  private static Answer logIn(GardenServer server) {
    return server
        .api()
        .post(
            "/api/auth/login",
            Map.of("email", Launch.ADMIN_EMAIL, "password", Launch.ADMIN_PASSWORD));
  }

  private static long fullCollections(GardenServer server) {
    return server.output().lines().filter(line -> line.contains("Pause Full")).count();
  }
}
