package family.garden.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} from start to stop, with a real PostgreSQL and real processes. */
@Timeout(120)
final class UpTest {
  /** A data folder after its first run, copied by the tests that need no first run of their own. */
  @TempDir static Path afterFirstRun;

  @TempDir Path temporary;

  private final int port = Ports.free();

  @BeforeAll
  static void runOnce() throws Exception {
    try (RunningUp up = RunningUp.start(afterFirstRun, Ports.free()).awaitReady()) {
      assertThat(up.output()).contains("stand-in: visits 1");
      assertThat(up.terminate().awaitEnd()).isZero();
    }
  }

  @BeforeEach
  void copyFolder() throws IOException {
    try (Stream<Path> paths = Files.walk(afterFirstRun)) {
      for (Path path : paths.toList()) {
        Path copy = data().resolve(afterFirstRun.relativize(path));
        Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private Path data() {
    return temporary.resolve("my data");
  }

  @Test
  void sigtermStopsTheServerThenPostgresAndExitsWithZero() throws Exception {
    try (RunningUp up = RunningUp.start(data(), port).awaitReady()) {
      ProcessHandle server = RunningUp.server(data());
      ProcessHandle postgres = RunningUp.postgres(data());

      assertThat(up.terminate().awaitEnd()).isZero();

      assertThat(up.output())
          .contains("Booking is ready: http://localhost:" + port)
          .contains("stand-in: management port 0")
          .contains("stand-in: stopped, database up true");
      assertThat(server.isAlive()).isFalse();
      assertThat(postgres.isAlive()).isFalse();
      assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void theDatabaseIsSafeAndItsSecretsArePrivate() throws Exception {
    try (RunningUp up = RunningUp.start(data(), port).awaitReady()) {
      assertThat(up.output())
          .contains("stand-in: checksums on")
          .contains("stand-in: fsync on")
          .contains("stand-in: encoding UTF8")
          .contains("stand-in: superuser false")
          .contains("stand-in: listens on localhost");
      for (String secret : List.of("secret", "database-password")) {
        Path file = data().resolve("secrets").resolve(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
        assertThat(Files.readString(file)).hasSize(43);
      }
      assertThat(Files.readString(data().resolve("postgres/pg_hba.conf")))
          .doesNotContain("trust")
          .contains("scram-sha-256");
    }
  }

  @Test
  void dataAndSecretsSurviveARestart() throws Exception {
    Path secret = data().resolve("secrets/secret");
    String first = Files.readString(secret);
    try (RunningUp up = RunningUp.start(data(), port).awaitReady()) {
      assertThat(up.output())
          .contains("stand-in: visits 2")
          .doesNotContain("Creating the database", "left over");
      assertThat(Files.readString(secret)).isEqualTo(first);
    }
  }

  @Test
  void demoMigratesAndFillsBeforeItServes() throws Exception {
    try (RunningUp up = RunningUp.start(data(), port, "--demo").awaitReady()) {
      assertThat(up.output())
          .containsSubsequence("stand-in: migrate", "stand-in: demo", "stand-in: serve");
    }
  }

  @Test
  void aDatabaseOfOnesOwnKeepsPostgresOut() throws Exception {
    Map<String, String> environment =
        Map.of("BOOKING_DATABASE_URL", "jdbc:postgresql://db/x", "STAND_IN", "without database");
    Path newFolder = temporary.resolve("fresh");
    try (RunningUp up = RunningUp.start(environment, newFolder, port).awaitReady()) {
      assertThat(up.output()).contains("stand-in: database jdbc:postgresql://db/x");
      assertThat(newFolder.resolve("postgres")).doesNotExist();
      assertThat(newFolder.resolve("secrets/secret")).exists();
      assertThat(up.terminate().awaitEnd()).isZero();
    }
  }

  @Test
  void aSecondUpOnTheSameFolderNamesTheFirst() throws Exception {
    try (RunningUp first = RunningUp.start(data(), port).awaitReady();
        RunningUp second = RunningUp.start(data(), Ports.free())) {
      assertThat(second.awaitEnd()).isEqualTo(LauncherException.IN_USE);
      assertThat(second.output())
          .contains("The data folder " + data() + " is in use by process " + first.pid())
          .contains("--data");
      assertThat(RunningUp.postgres(data()).isAlive()).isTrue();
    }
  }

  @Test
  void whatAKilledRunLeftBehindIsStoppedFirst() throws Exception {
    ProcessHandle server;
    ProcessHandle postgres;
    try (RunningUp killed = RunningUp.start(data(), port).awaitReady()) {
      server = RunningUp.server(data());
      postgres = RunningUp.postgres(data());
      killed.kill();
    }
    assertThat(server.isAlive()).isTrue();
    assertThat(postgres.isAlive()).isTrue();

    try (RunningUp up = RunningUp.start(data(), port).awaitReady()) {
      assertThat(up.output())
          .contains("Stopping the server (process " + server.pid() + "), left over")
          .contains("Stopping PostgreSQL (process " + postgres.pid() + "), left over")
          .contains("stand-in: visits 3");
      assertThat(server.isAlive()).isFalse();
      assertThat(postgres.isAlive()).isFalse();
    }
  }

  @Test
  void pidFilesWhoseNumbersWentToOtherProgramsDoNotHinder() throws Exception {
    String other = ProcessHandle.current().pid() + "\n";
    Files.writeString(data().resolve("postgres/postmaster.pid"), other);
    Files.writeString(data().resolve("run/server.pid"), other);

    try (RunningUp up = RunningUp.start(data(), port).awaitReady()) {
      assertThat(up.output()).contains("stand-in: visits 2").doesNotContain("left over");
    }
  }

  @Test
  void aServerThatEndsByItselfEndsEverything() throws Exception {
    try (RunningUp up = RunningUp.start(data(), port).awaitReady()) {
      RunningUp.server(data()).destroyForcibly();

      assertThat(up.awaitEnd()).isNotZero();
      assertThat(up.output()).contains("The server ended by itself with exit code 137");
      assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void aServerThatDoesNotStartEndsEverything() throws Exception {
    try (RunningUp up = RunningUp.start(Map.of("STAND_IN", "fail"), data(), port)) {
      int code = up.awaitEnd();
      assertThat(code).as(up.output()).isEqualTo(3);
      assertThat(up.output())
          .contains("The server ended by itself with exit code 3")
          .doesNotContain("Booking is ready");
      assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void aPostgresThatEndsByItselfEndsEverything() throws Exception {
    try (RunningUp up = RunningUp.start(data(), port).awaitReady()) {
      ProcessHandle server = RunningUp.server(data());
      RunningUp.postgres(data()).destroyForcibly();

      assertThat(up.awaitEnd()).isNotZero();
      assertThat(up.output()).contains("PostgreSQL ended by itself");
      assertThat(server.isAlive()).isFalse();
    }
  }

  @Test
  void aDamagedDatabaseIsReportedWithItsLogAndLeftAsItIs() throws Exception {
    Files.write(data().resolve("postgres/global/pg_control"), new byte[8192]);
    Tree before = Tree.of(data().resolve("postgres/base"));

    try (RunningUp up = RunningUp.start(data(), port)) {
      assertThat(up.awaitEnd()).isNotZero();
      assertThat(up.output()).contains("Tried to start PostgreSQL").contains("FATAL");
    }
    assertThat(Tree.of(data().resolve("postgres/base"))).isEqualTo(before);
  }
}
