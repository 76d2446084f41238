package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.check.Finding;
import family.garden.ops.engine.InspectedContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads the engine's description of containers; another test changes settings of a running stack.
 */
class DriftCheckTest {
  private static final Instant STARTED = Instant.parse("2026-11-25T20:00:00Z");

  private final DriftCheck check = new DriftCheck();

  @TempDir private Path folder;

  @Test
  void tellsWhichSecretsAreNewerThanTheirReaders() throws Exception {
    Path secret = Files.writeString(folder.resolve("server-secret"), "x");
    List<InspectedContainer> containers =
        InspectedContainer.all("[%s]".formatted(container("server-blue", "running")));
    Files.setLastModifiedTime(secret, FileTime.from(STARTED.minusSeconds(5)));
    assertThat(check.secrets(containers)).isEmpty();
    Files.setLastModifiedTime(secret, FileTime.from(STARTED.plusSeconds(5)));
    assertThat(check.secrets(containers))
        .extracting(Finding::message)
        .containsExactly(
            secret
                + " was changed after these were started, which may still use the old one:"
                + " server-blue");
  }

  /** As after "bookingctl secret rotate database-password", which leaves the database running. */
  @Test
  void leavesTheDatabaseAloneWhichReadsItsPasswordOnce() throws Exception {
    Path secret = Files.writeString(folder.resolve("database-password"), "new");
    Files.setLastModifiedTime(secret, FileTime.from(STARTED.plusSeconds(5)));
    String database = container("database", "running");
    String server = container("server-blue", "running");
    String both =
        "[%s,%s]".formatted(database, server).replace("server-secret", "database-password");
    assertThat(check.secrets(InspectedContainer.all(both)))
        .extracting(Finding::message)
        .containsExactly(
            secret
                + " was changed after these were started, which may still use the old one:"
                + " server-blue");
  }

  private String container(String service, String state) {
    return """
    {"State": {"Status": "%s", "StartedAt": "%s"},
     "Mounts": [{"Destination": "/run/secrets/server-secret", "Source": "%s"}],
     "Config": {"Labels": {"com.docker.compose.service": "%s",
                           "com.docker.compose.oneoff": "False"}}}\
    """
        .formatted(state, STARTED, folder.resolve("server-secret"), service);
  }
}
