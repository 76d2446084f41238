package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What administrators see of the box, with the report of bookingctl and without it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoxIT {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Path report;
  private final GardenServer server;
  private final Api administrator;

  BoxIT(@TempDir Path folder) {
    report = folder.resolve("report.json");
    server =
        GardenServer.on(TestDatabase.shared().fresh())
            .env("BOOKING_BOX_REPORT", report.toString())
            .env("BOOKING_COLOUR", "green")
            .start();
    administrator = server.people().administrator().api();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void beginWithoutAReport() throws IOException {
    Files.deleteIfExists(report);
  }

  @Test
  void seesTheMachineItself() {
    JsonNode box = box();
    assertThat(box.at("/site/colour").asText()).isEqualTo("green");
    assertThat(box.at("/site/light").asText()).isEqualTo("Good");
    assertThat(box.at("/memory/free").asLong()).isBetween(1L, box.at("/memory/total").asLong());
    assertThat(box.at("/disk/free").asLong()).isBetween(0L, box.at("/disk/total").asLong());
    assertThat(box.at("/mail/waiting").asLong()).isZero();
    assertThat(box.at("/mail/on").asBoolean()).isFalse();
  }

  @Test
  void knowsNothingOfTheRestWithoutAReport() {
    JsonNode box = box();
    assertThat(box.has("reportedAt")).isFalse();
    for (String part : new String[] {"findings", "backup", "deploy", "certificate"}) {
      assertThat(box.path(part)).as(part).hasToString("{\"light\":\"Unknown\"}");
    }
  }

  @Test
  void passesOnWhatBookingctlReports() throws IOException {
    Files.writeString(
        report,
        """
        {"at": "%1$s", "siteWell": true, "findings": {"urgent": 0, "hints": 1},
         "backup": {"madeAt": "%1$s", "verifiedAt": "%1$s"},
         "deploy": {"operation": "deploy", "version": "1.2.3", "done": true, "finishedAt": "%1$s"},
         "certificateEnds": "%2$s"}
        """
            .formatted(now, now.plus(Duration.ofDays(60))));
    JsonNode box = box();
    assertThat(box.path("reportedAt").asText()).isEqualTo(now.toString());
    assertThat(box.at("/findings/light").asText()).isEqualTo("Attention");
    assertThat(box.at("/backup/light").asText()).as("not copied").isEqualTo("Attention");
    assertThat(box.at("/backup/verifiedAt").asText()).isEqualTo(now.toString());
    assertThat(box.at("/deploy/version").asText()).isEqualTo("1.2.3");
    assertThat(box.at("/deploy/light").asText()).isEqualTo("Good");
    assertThat(box.at("/certificate/light").asText()).isEqualTo("Good");
    assertThat(box.path("light").asText()).isIn("Attention", "Bad");
  }

  @Test
  void isBadWhereTheSiteOrTheBackupIs() throws IOException {
    Files.writeString(report, "{\"at\": \"%s\", \"siteWell\": false}".formatted(now));
    JsonNode box = box();
    assertThat(box.at("/site/light").asText()).isEqualTo("Bad");
    assertThat(box.at("/backup/light").asText()).isEqualTo("Bad");
    assertThat(box.path("light").asText()).isEqualTo("Bad");
  }

  @Test
  void believesNoOldAndNoBrokenReport() throws IOException {
    Files.writeString(report, "{\"at\": \"%s\"}".formatted(now.minus(Duration.ofHours(3))));
    assertThat(box().has("reportedAt")).isFalse();
    Files.writeString(report, "{\"at\": ");
    assertThat(box().has("reportedAt")).isFalse();
    Files.write(report, new byte[1024 * 1024]);
    assertThat(box().has("reportedAt")).isFalse();
  }

  @Test
  void tellsNobodyElse() {
    server.api().get("/api/admin/box").expect(401);
  }

  private JsonNode box() {
    return administrator.get("/api/admin/box").expect(200).body();
  }
}
