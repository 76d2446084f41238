package family.garden.ops.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void handsOnWhatTheOneBeforeWrites(@TempDir Path folder) throws Exception {
    Path from = Files.writeString(folder.resolve("from"), "word");
    Path into = folder.resolve("into");
    ProcessResult outcome =
        Pipeline.run(from, List.of(Command.of("cat"), Command.of("tr", "o", "0")), into, LONG);
    assertThat(outcome.isSuccess()).isTrue();
    assertThat(into).hasContent("w0rd");
  }

  /** A shell would report only the last exit code. */
  @Test
  void seesThatTheFirstFailed() throws Exception {
    ProcessResult outcome =
        Pipeline.run(
            null,
            List.of(Command.of("sh", "-c", "echo half; echo why >&2; exit 7"), Command.of("cat")),
            null,
            LONG);
    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.stderr()).isEqualTo("why\n");
  }

  @Test
  void blamesTheOneThatEndedNotTheOneThatWroteToIt() throws Exception {
    ProcessResult outcome =
        Pipeline.run(
            null,
            List.of(
                Command.of("head", "-c", "10000000", "/dev/zero"),
                Command.of("sh", "-c", "echo no room >&2; exit 3")),
            null,
            LONG);
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.stderr()).isEqualTo("no room\n");
  }
}
