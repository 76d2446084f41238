package family.garden.ops.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {
  @TempDir private Path folder;

  @Test
  void replacesAFileWhole() throws OpsException {
    Path file = folder.resolve("deep/er/file");
    assertThat(Durable.read(file)).isEmpty();
    Durable.write(file, "a long first text");
    Durable.write(file, "short");
    assertThat(Durable.read(file)).contains("short");
    assertThat(file.resolveSibling(".")).isDirectoryNotContaining("glob:**/.*");
    Durable.remove(file);
    Durable.remove(file);
    assertThat(Durable.read(file)).isEmpty();
  }

  @Test
  void endsHalfALineBeforeItAddsAnother() throws Exception {
    Path file = folder.resolve("lines");
    Durable.append(file, "one");
    Files.writeString(file, "one\nhal");
    Durable.append(file, "two");
    assertThat(file).hasContent("one\nhal\ntwo\n");
  }

  @Test
  void saysWhatItCouldNotWrite() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Durable.write(file.resolve("below"), "x"))
        .isInstanceOf(OpsException.class)
        .hasMessageStartingWith("Tried to write " + file);
  }
}
