package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairTest {
  @TempDir private Path folder;
  private final Progress progress = new Progress(System.err, true);
  private Settings settings;
  private Path state;

  @BeforeEach
  void deployOnce() throws Exception {
    state = Files.createDirectory(folder.resolve("state"));
    settings =
        SomeSettings.in(
            folder,
            "BOOKING_STATE=" + state,
            "BOOKING_IMAGES=" + folder.resolve("images.env"),
            "BOOKING_LIVE=" + folder.resolve("live"));
    new ImagesFile(settings.places().images())
        .write(ImagesFile.first(Colour.BLUE, StateTest.release("1.0.0", '1')));
    new History(state).add(StateTest.entry(Instant.EPOCH));
  }

  /** A failure after that must not end with the exit code for "refused". */
  @Test
  void touchesTheMachineAlsoWhereAFileIsGone() throws Exception {
    assertThat(new Repair(settings, progress, Optional.empty()).run().done()).hasSize(1);
    assertThat(Installed.file(state)).exists();
    assertThat(progress.hasTouched()).isTrue();
  }

  @Test
  void touchesNothingWhereAllIsWell() throws Exception {
    Installed.NOTHING.write(state);
    assertThat(new Repair(settings, progress, Optional.empty()).run().done()).isEmpty();
    assertThat(progress.hasTouched()).isFalse();
  }
}
