package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The database's disk is full: nothing can be written, all can be read, nothing is lost. */
class FullDiskIT {
  private static final int MEBIBYTES = 160;

  @Test
  void refusesToWriteReadsOnAndRecovers() throws IOException, SQLException {
    try (SmallDisk disk = SmallDisk.of(MEBIBYTES);
        EmbeddedPostgres engine =
            EmbeddedPostgres.builder()
                .setDataDirectory(disk.folder().resolve("data"))
                .setCleanDataDirectory(false)
                .start();
        GardenServer server = GardenServer.on(garden(engine)).start()) {
      Api member = server.people().administrator().api();
      Stay stay = Stay.oneNight(Stay.newPlace(member, 100), GardenServer.today().plusDays(1));
      stay.book(member).expect(201);

      disk.fill();
      int booked = 1;
      while (bookedWhileFull(stay, member)) {
        booked++;
      }
      assertThat(stay.book(member).expect(503).header("Retry-After")).isNotNull();
      assertThat(stay.free(member)).isEqualTo(100 - booked);
      member.get("/api/bookings").expect(200);
      assertThat(server.api().get("/api/health/live").status()).isEqualTo(200);

      disk.free();
      Instant freed = Instant.now();
      await().atMost(Duration.ofSeconds(5)).until(() -> stay.book(member).status() == 201);
      System.out.println(
          "Books again " + Duration.between(freed, Instant.now()) + " after the disk has room");
      assertThat(stay.free(member)).isEqualTo(100 - booked - 1);
    }
  }

  /** Whether there still was room in a file that PostgreSQL had already. */
  private static boolean bookedWhileFull(Stay stay, Api member) {
    int status = stay.book(member).status();
    assertThat(status).isIn(201, 503);
    return status == 201;
  }

  private static FreshDatabase garden(EmbeddedPostgres engine) throws SQLException {
    String url = "jdbc:postgresql://localhost:" + engine.getPort() + "/";
    Books superuser = new Books(new FreshDatabase(url + "postgres", "postgres", ""));
    superuser.execute("CREATE ROLE garden LOGIN PASSWORD 'garden'");
    superuser.execute("CREATE DATABASE garden OWNER garden");
    return new FreshDatabase(url + "garden", "garden", "garden");
  }
}
