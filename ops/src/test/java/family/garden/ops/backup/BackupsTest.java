package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.report.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  @TempDir private Path folder;

  /** It looks every two minutes, and a deploy must not be refused because of that. */
  @Test
  void holdsOffNoDeployWhileItLooksWhetherABaseIsMissing() throws Exception {
    Settings settings =
        SomeSettings.in(
            folder,
            "BOOKING_STACK=nobodys",
            "BOOKING_STATE=" + folder.resolve("state"),
            "BOOKING_BACKUPS=" + folder.resolve("backups"));
    Files.createDirectory(folder.resolve("backups"));
    Files.createFile(folder.resolve("backups/.base-tried"));
    assertThat(new Backups(settings, new Progress(System.out, true)).createMissingBase()).isEmpty();
    assertThat(folder.resolve("backups/.backups.lock")).exists();
    assertThat(folder.resolve("state/lock")).doesNotExist();
  }
}
