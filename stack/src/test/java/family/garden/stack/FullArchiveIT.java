package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.testkit.Lane;
import family.garden.testkit.NeedsEngine;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the WAL archive is full: people can still book, and the log reports that the WAL has
 * a gap.
 */
@ExtendWith(NeedsEngine.class)
class FullArchiveIT {
  @TempDir private static Path folder;
  private static SmallDisk disk;
  private static Stack stack;
  private static Bookings bookings;

  @BeforeAll
  static void start() throws IOException {
    // So small that the space that the archive keeps free is nearly all of it.
    disk = SmallDisk.make(folder, 160);
    Path override = folder.resolve("small-archive.yaml");
    Files.writeString(
        override,
        "volumes: { wal: { driver_opts: { type: ext4, device: %s } } }\n".formatted(disk.device()));
    stack =
        Stack.up(
            Lane.NAME + "-archive",
            "--override",
            Testbed.file("compose.load.yaml"),
            "--override",
            override.toString());
    bookings = Bookings.of(stack);
  }

  @AfterAll
  static void stop() {
    stack.close();
    disk.close();
  }

  @Test
  void doesNotStopTheDatabase() {
    stack.in("database", "dd", "if=/dev/zero", "of=/var/lib/wal/ballast", "bs=64k");
    for (int segment = 0; segment < 60; segment++) {
      assertThat(bookings.attempt().statusCode()).isEqualTo(201);
      stack.sql("SELECT pg_switch_wal()");
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                Testbed.docker("logs", stack.container("database")).contains("The WAL has a gap"));
    // 32 MB wait to be archived and the rest is recycled: at most min_wal_size (80 MB) and what
    // waits.
    assertThat(megabytesOfWal()).isLessThan(128);
    assertThat(stack.inspect("database").path("RestartCount").asInt()).isZero();

    stack.in("database", "rm", "/var/lib/wal/ballast").expectSuccess();
    stack.sql("SELECT pg_switch_wal()");
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                stack
                    .sql("SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'")
                    .strip()
                    .equals("0"));
    assertThat(bookings.lost()).isEmpty();
  }

  private int megabytesOfWal() {
    return Integer.parseInt(
        stack.sql("SELECT sum(size) / 1048576 FROM pg_ls_waldir()").strip().split("\\.", 2)[0]);
  }
}
