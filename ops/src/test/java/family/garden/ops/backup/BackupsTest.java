package family.garden.ops.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupsTest {
  @TempDir private Path folder;

  /** The timer runs every two minutes, and must not cause a deploy to be refused. */
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

  /** A command that made a key and then failed did not refuse before anything was changed. */
  @Test
  void hasChangedSomethingWhenItHasMadeTheKey() throws Exception {
    Settings settings =
        SomeSettings.in(
            folder, "BOOKING_STACK=nobodys", "BOOKING_BACKUPS=" + folder.resolve("backups"));
    Files.createDirectories(settings.places().secrets());
    Progress progress = new Progress(System.out, true);
    Backups backups = new Backups(settings, progress);
    assertThatThrownBy(backups::createScheduled).isInstanceOf(OpsException.class);
    assertThat(settings.places().secrets().resolve("backup-key")).exists();
    assertThat(progress.hasTouched()).isTrue();
  }

  /** The timer copies backups off the box every two minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"verify", "prune", "restore"})
  void waitsForOtherWorkOnTheBackupsAndSaysSo(String command) throws Exception {
    Settings settings =
        SomeSettings.in(
            folder, "BOOKING_STACK=nobodys", "BOOKING_BACKUPS=" + folder.resolve("backups"));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Backups backups =
        new Backups(settings, new Progress(new PrintStream(output, true, UTF_8), false));
    Lock other =
        Lock.take(folder.resolve("backups/.backups.lock"), "copy backups to the remote copy");
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> begin(backups, command));
    await().until(() -> output.toString(UTF_8).contains("to copy backups to the remote copy"));
    assertThat(work).isNotDone();
    other.close();
    // With the lock it continues to the next requirement.
    assertThatThrownBy(() -> work.get(1, TimeUnit.MINUTES)).hasMessageContaining("backup-key");
  }

  private static void begin(Backups backups, String command) {
    try {
      switch (command) {
        case "verify" -> backups.verify(List.of(), Place.BOX);
        case "prune" -> backups.prune();
        default -> backups.restore(Place.BOX).close();
      }
    } catch (OpsException e) {
      throw new CompletionException(e);
    }
  }
}
