package family.garden.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} refuses, before it touches anything. */
@Timeout(120)
final class RefusalTest {
  @TempDir Path temporary;

  private final int port = Ports.free();
  private Path data = Path.of("");

  @BeforeEach
  void nameFolder() {
    data = temporary.resolve("data");
  }

  private String refused(int exitCode) throws IOException, InterruptedException {
    try (RunningUp up = RunningUp.start(data, port)) {
      assertThat(up.awaitEnd()).as(up.output()).isEqualTo(exitCode);
      return up.output();
    }
  }

  @Test
  void aPortThatIsTakenIsNamedBeforeAnythingStarts() throws Exception {
    try (ServerSocket occupied = new ServerSocket(0);
        RunningUp up = RunningUp.start(data, occupied.getLocalPort())) {
      assertThat(up.awaitEnd()).isEqualTo(LauncherException.IN_USE);
      assertThat(up.output()).contains("port " + occupied.getLocalPort()).contains("--port");
      assertThat(data.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void aFolderOfOtherThingsStaysUntouched() throws Exception {
    Files.createDirectories(data.resolve("holidays"));
    Files.writeString(data.resolve("letter.txt"), "Dear aunt");
    Tree before = Tree.of(data);

    assertThat(refused(LauncherException.WRONG_DATA))
        .contains("holidays, letter.txt")
        .contains("--data");

    assertThat(Tree.of(data)).isEqualTo(before);
  }

  @Test
  void aFolderOfANewerFormatIsRefused() throws Exception {
    marker("format=2\npostgres=18\n");

    assertThat(refused(LauncherException.WRONG_DATA))
        .contains("newer Booking")
        .contains("format 2");

    assertThat(data.resolve("booking.properties")).hasContent("format=2\npostgres=18\n");
    assertThat(data.resolve("postgres")).doesNotExist();
  }

  @Test
  void aDatabaseOfAnotherPostgresIsRefused() throws Exception {
    marker("format=1\npostgres=16\n");

    assertThat(refused(LauncherException.WRONG_DATA)).contains("PostgreSQL 16").contains("17");
  }

  @Test
  void aMarkerThatMakesNoSenseIsRefused() throws Exception {
    marker("format=one\n");

    assertThat(refused(LauncherException.WRONG_DATA)).contains("booking.properties");
  }

  @Test
  void aDatabaseThatLostItsVersionIsReportedAndLeftAsItIs() throws Exception {
    marker("format=1\npostgres=17\n");
    Path postgres = Files.createDirectories(data.resolve("postgres/base/5"));
    Files.writeString(postgres.resolve("1259"), "rows");
    secrets();
    Tree before = Tree.of(data.resolve("postgres"));

    assertThat(refused(LauncherException.WRONG_DATA))
        .contains("PG_VERSION is missing")
        .contains("backup");

    assertThat(Tree.of(data.resolve("postgres"))).isEqualTo(before);
  }

  @Test
  void aDatabaseThatWasThereAndIsGoneIsNotReplacedByAnEmptyOne() throws Exception {
    marker("format=1\npostgres=17\n");
    secrets();

    assertThat(refused(LauncherException.WRONG_DATA)).contains("PG_VERSION is missing");

    assertThat(data.resolve("postgres")).doesNotExist();
  }

  @Test
  void aSecretThatIsGoneIsNotReplaced() throws Exception {
    marker("format=1\npostgres=17\n");

    assertThat(refused(LauncherException.WRONG_DATA)).contains("secrets/secret").contains("backup");
  }

  @Test
  void aFolderThatCannotBeMadeIsReported() throws Exception {
    Files.writeString(data, "a file where the folder should be");

    assertThat(refused(LauncherException.CANNOT_CREATE))
        .contains("Tried to use the data folder " + data);

    assertThat(data).hasContent("a file where the folder should be");
  }

  @Test
  void allBadOptionsAreReportedAtOnce() throws Exception {
    List<String> arguments = List.of("up", "--port", "many", "--colour", "--data");
    try (RunningUp up = RunningUp.start(Map.of(), arguments)) {
      assertThat(up.awaitEnd()).isEqualTo(LauncherException.USAGE);
      assertThat(up.output()).contains("'many'", "--colour", "--data", "Usage: ./booking up");
    }
  }

  @Test
  void helpIsGiven() throws Exception {
    try (RunningUp up = RunningUp.start(Map.of(), List.of("up", "--help"))) {
      assertThat(up.awaitEnd()).isZero();
      assertThat(up.output()).contains("--port", "--data", "--demo");
    }
  }

  private void marker(String text) throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("booking.properties"), text);
  }

  private void secrets() throws IOException {
    Files.createDirectories(data.resolve("secrets"));
    Files.writeString(data.resolve("secrets/secret"), "s");
    Files.writeString(data.resolve("secrets/database-password"), "p");
  }
}
