package family.garden.ops;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error messages of bookingctl for wrong command lines. */
class CommandLineTest {
  private final PrintStream usualOut = System.out;
  private final PrintStream usualErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(usualOut);
    System.setErr(usualErr);
  }

  @Test
  void suggestsAVerbForOneThatIsMistyped() {
    assertThat(Bookingctl.run("stauts")).isEqualTo(2);
    assertThat(text(err)).contains("Did you mean").contains("status");
  }

  @ParameterizedTest
  @CsvSource({
    "deploy --dry-rnu, --dry-run",
    "backup create --baes, --base",
    "backup craete, create",
    "status --quite, --quiet",
    "secret rotaet, rotate"
  })
  void suggestsWhatWasMeant(String line, String meant) throws Exception {
    assertThat(Bookingctl.run(line.split(" ", -1))).isEqualTo(2);
    assertThat(text(err)).contains(meant);
    assertThat(Bookingctl.run((line + " --json").split(" ", -1))).isEqualTo(2);
    Node failure = Json.tree(text(out), "what it says");
    assertThat(failure.path("failed").text()).contains("Did you mean: ").contains(meant);
  }

  @Test
  void helpsWithAVerb() {
    assertThat(Bookingctl.run("help", "backup", "create")).isZero();
    assertThat(text(out)).contains("Usage: bookingctl backup create");
    assertThat(Bookingctl.run("help")).isZero();
    assertThat(text(out)).contains("Usage: bookingctl ");
    assertThat(Bookingctl.run("help", "deplyo")).isEqualTo(2);
    assertThat(text(err)).contains("deploy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "doctor", "deploy", "backup list", "releases", "notify test"})
  void saysJsonAlsoWhereItFails(String command) throws Exception {
    String missing = folder.resolve("settings.env").toString();
    String[] line = (command + " --json --settings " + missing).split(" ", -1);
    assertThat(Bookingctl.run(line)).isEqualTo(3);
    Node failure = Json.tree(text(out), "what it says");
    assertThat(failure.path("failed").text()).contains(missing);
    assertThat(failure.path("exitCode").number()).isEqualTo(3);
  }

  @Test
  void saysJsonAlsoWhereItUnderstandsNothing() throws Exception {
    assertThat(Bookingctl.run("status", "--json", "--colour")).isEqualTo(2);
    assertThat(Json.tree(text(out), "what it says").path("exitCode").number()).isEqualTo(2);
    assertThat(Bookingctl.run("logs", "--json", "--follow", "--settings", "/dev/null")).isNotZero();
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
