package family.garden.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void handsOverArgumentsAsTheyAre() throws OpsException {
    ProcessResult outcome = Processes.run(Command.of("printf", "%s|", "a b", "$HOME", "'"), LONG);
    assertThat(outcome.stdout()).isEqualTo("a b|$HOME|'|");
  }

  @Test
  void tellsBothStreamsAndTheCode() throws OpsException {
    ProcessResult outcome =
        Processes.run(Command.of("sh", "-c", "cat; echo no >&2; exit 3").withInput("in"), LONG);
    assertThat(outcome.stdout()).isEqualTo("in");
    assertThat(outcome.stderr()).isEqualTo("no\n");
    assertThat(outcome.code()).isEqualTo(3);
    assertThatThrownBy(() -> outcome.expectSuccess("do it", "Do this."))
        .isInstanceOf(OpsException.class)
        .hasMessageStartingWith("Tried to do it, failed because ")
        .hasMessageContaining("ended with 3: no")
        .hasMessageEndingWith("Do this.");
  }

  @Test
  void readsMoreThanAPipeHolds() throws OpsException {
    ProcessResult outcome =
        Processes.run(
            Command.of("sh", "-c", "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2"), LONG);
    assertThat(outcome.stdout()).hasSize(300000);
    assertThat(outcome.stderr()).hasSize(300000);
  }

  @Test
  void takesLinesAsTheyCome() throws OpsException {
    List<String> lines = new ArrayList<>();
    ProcessResult outcome =
        Processes.runInto(
            lines::add,
            Command.of("sh", "-c", "echo ä; read end; echo \"$end\"; echo no >&2; exit 3")
                .withInput("end\n"),
            LONG);
    assertThat(lines).containsExactly("ä", "end");
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.failure()).contains("ended with 3: no");
  }

  @Test
  void asksAgainWhatSaidNothing(@TempDir Path folder) throws Exception {
    Path marker = folder.resolve("marker");
    Command secondTime =
        Command.of("sh", "-c", "[ ! -e \"$0\" ] || echo 17; touch \"$0\"", marker.toString());
    assertThat(Processes.ask(secondTime, LONG, "ask", "Look.")).isEqualTo("17");
    assertThatThrownBy(() -> Processes.ask(Command.of("true"), LONG, "ask", "Look."))
        .isInstanceOf(OpsException.class)
        .hasMessage("Tried to ask, failed because \"true\" printed nothing, 3 times. Look.");
  }

  @Test
  void endsWhatTakesTooLong() {
    assertThatThrownBy(() -> Processes.run(Command.of("sleep", "60"), Duration.ofMillis(100)))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("it took longer");
  }

  @Test
  void saysThatAProgramIsMissing() {
    assertThatThrownBy(() -> Processes.run(Command.of("no-such-program"), LONG))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("no-such-program");
  }

  @Test
  void handsFilesThrough(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("out");
    Processes.runInto(
            file,
            Command.of("sh", "-c", "printf %s \"$WORD\"").withEnvironment(Map.of("WORD", "x")),
            LONG)
        .expectSuccess("write", "");
    assertThat(Files.readString(file)).isEqualTo("x");
  }

  /** Maven itself exports some variables, so this process always has others. */
  @Test
  void handsOverNothingOfTheShellIntoACleanEnvironment() throws OpsException {
    Command command =
        Command.of("env")
            .withEnvironment(Map.of("BOOKING_PUBLIC_URL", "https://here"))
            .inCleanEnvironment();
    assertThat(System.getenv()).containsKey("MAVEN_PROJECTBASEDIR");
    String clean = Processes.run(command, LONG).stdout();
    assertThat(clean).contains("PATH=", "BOOKING_PUBLIC_URL=https://here").doesNotContain("MAVEN");
    assertThat(Pipeline.run(null, List.of(command), null, LONG).stdout()).isEqualTo(clean);
    assertThat(Processes.run(Command.of("env"), LONG).stdout()).contains("MAVEN_PROJECTBASEDIR");
  }
}
