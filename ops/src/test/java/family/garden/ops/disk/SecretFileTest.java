package family.garden.ops.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;

  /** A running container has mounted the inode of the file, not its path. */
  @Test
  void isOverwrittenInTheSameFileAndBroughtBack() throws Exception {
    SecretFile file = SecretFile.in(folder, "password");
    Files.writeString(file.file(), "a longer one than the next");
    Files.setLastModifiedTime(file.file(), LONG_AGO);
    Object itself = Files.getAttribute(file.file(), "unix:ino");
    file.next().write("next", file);
    file.keepAs(file.before());
    file.overwriteWith(file.next());
    assertThat(file.file()).hasContent("next\n");
    assertThat(file.before().read()).isEqualTo("a longer one than the next");
    file.overwriteWith(file.before());
    assertThat(file.read()).isEqualTo("a longer one than the next");
    assertThat(Files.getLastModifiedTime(file.file())).isEqualTo(LONG_AGO);
    assertThat(Files.getAttribute(file.file(), "unix:ino")).isEqualTo(itself);
  }
}
