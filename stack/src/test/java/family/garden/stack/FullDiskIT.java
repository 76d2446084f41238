package family.garden.stack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.testkit.Lane;
import family.garden.testkit.NeedsEngine;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A full disk: people still see everything, and a message says that the server cannot save. */
@ExtendWith(NeedsEngine.class)
class FullDiskIT {
  private @Nullable SmallDisk disk;
  private @Nullable Stack stack;
  private Bookings bookings;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    SmallDisk small = SmallDisk.make(folder, 256);
    disk = small;
    Path override = folder.resolve("small-disk.yaml");
    Files.writeString(
        override,
        "volumes: { database: { driver_opts: { type: ext4, device: %s } } }\n"
            .formatted(small.device()));
    Stack started =
        Stack.up(
            Lane.NAME + "-disk",
            "--override",
            Testbed.file("compose.load.yaml"),
            "--override",
            override.toString());
    stack = started;
    bookings = Bookings.of(started);
  }

  @AfterEach
  void stop() {
    if (stack != null) {
      stack.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void keepsReadingAndRecoversByItself() {
    Stack stack = requireNonNull(this.stack);
    assertThat(bookings.attempt().statusCode()).isEqualTo(201);

    ProcessResult filled =
        stack.in("database", "dd", "if=/dev/zero", "of=/var/lib/postgresql/ballast", "bs=64k");
    assertThat(filled.output()).contains("No space left on device");
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int attempt = 0; attempt < 400; attempt++) {
      HttpResponse<String> answer = bookings.attempt();
      answers.merge(answer.statusCode(), 1, Integer::sum);
      if (answer.statusCode() == 503) {
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Stack.json(answer.body()).path("detail").asText()).isNotBlank();
      }
      assertThat(bookings.read().statusCode()).isEqualTo(200);
      if (attempt % 150 == 100) {
        // Begins the next WAL segment, as a day of writing would.
        stack.sql("SELECT pg_switch_wal()");
      }
    }
    assertThat(answers).containsKey(503).doesNotContainKeys(500, 502, 504);
    assertThat(stack.inspect("database").path("RestartCount").asInt()).isZero();

    stack.in("database", "rm", "/var/lib/postgresql/ballast").expectSuccess();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> bookings.attempt().statusCode() == 201 && bookings.read().statusCode() == 200);
    assertThat(bookings.lost()).isEmpty();
  }
}
