package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import family.garden.ops.Ports;
import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The remote copy, on real servers of the kinds that people have at home. */
class RemoteCopyTest {
  private static final Duration SECONDS = Duration.ofSeconds(20);

  @TempDir private Path folder;

  /** Another file system than the backups have. */
  @TempDir(factory = AnotherDisk.class)
  private Path disk;

  private Path repository;
  private Path remote;
  private @Nullable Process server;

  @BeforeEach
  void begin() throws Exception {
    Assumptions.assumeTrue(
        Programs.isInstalled("rclone"), "Not installed here: Debian's package rclone");
    repository = Files.createDirectories(folder.resolve("repository"));
    remote = Files.createDirectories(disk.resolve("remote"));
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(repository.resolve("dump.age"), "the dump of a garden");
    Files.writeString(repository.resolve("about.json"), "{}");
  }

  @AfterEach
  void end() {
    if (server != null) {
      server.destroy();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "sftp", "webdav"})
  void keepsListsBringsBackAndDeletes(String kind) throws Exception {
    RemoteCopy remoteCopy = remoteCopy(kind);
    assertThat(remoteCopy.files("backups")).isEmpty();
    remoteCopy.put(repository, "backups/one");
    remoteCopy.compare(repository, "backups/one");
    assertThat(remoteCopy.files("backups"))
        .containsExactlyInAnyOrder("one/dump.age", "one/about.json");

    Path back = folder.resolve("back");
    remoteCopy.fetch("backups/one", back);
    assertThat(back.resolve("dump.age")).hasContent("the dump of a garden");

    remoteCopy.delete("backups", List.of("one/dump.age"));
    assertThat(remoteCopy.files("backups")).containsExactly("one/about.json");

    remoteCopy.purge("backups/one");
    assertThat(remoteCopy.files("backups")).isEmpty();
    assertThat(copies(kind).resolve("backups/one")).doesNotExist();
  }

  /** A backup that was never copied must not block the others. */
  @ParameterizedTest
  @ValueSource(strings = {"folder", "sftp", "webdav"})
  void whatNeverWasThereIsDeletedAlready(String kind) throws Exception {
    RemoteCopy remoteCopy = remoteCopy(kind);
    remoteCopy.delete("backups/none", List.of("dump.age"));
    remoteCopy.purge("backups/none");
    remoteCopy.put(repository, "backups/one");
    remoteCopy.delete("backups/one", List.of("none.age"));
    assertThat(remoteCopy.files("backups")).hasSize(2);
  }

  @Test
  void aFolderOnTheCardOfTheBackupsIsNotOffTheBox() throws Exception {
    Path beside = Files.createDirectories(folder.resolve("beside"));
    RemoteCopy remoteCopy = new RemoteCopy(settings(beside.toString()));
    assertThatThrownBy(() -> remoteCopy.put(repository, "one"))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("it is on the same file system as")
        .hasMessageContaining("findmnt --target " + beside);
    assertThat(beside).isEmptyDirectory();
  }

  /**
   * Backups may have their own file system; the empty mount point of a disk is on the root file
   * system.
   */
  @Test
  void aMountPointWithoutItsDiskIsNotOffTheBox() throws Exception {
    Path unplugged = Files.createDirectories(folder.resolve("mnt"));
    Assumptions.assumeTrue(
        Files.getAttribute(unplugged, "unix:dev")
            .equals(Files.getAttribute(Path.of("/"), "unix:dev")),
        "Temporary files are not on the file system of the root here.");
    RemoteCopy remoteCopy =
        new RemoteCopy(
            SomeSettings.in(
                folder,
                "BOOKING_BACKUPS=" + disk.resolve("backups"),
                "BOOKING_BACKUP_TARGET=" + unplugged));
    assertThatThrownBy(() -> remoteCopy.files(""))
        .hasMessageContaining("the same file system as /:");
  }

  @Test
  void aPlaceThatIsNoneIsRefused() {
    assertThatThrownBy(() -> settings("backups/of the garden"))
        .hasMessageContaining("BOOKING_BACKUP_TARGET: expected a path that begins with /");
  }

  private Settings settings(String target) throws IOException, OpsException {
    return SomeSettings.in(
        folder,
        "BOOKING_SECRETS=" + folder.resolve("secrets"),
        "BOOKING_BACKUPS=" + folder.resolve("backups"),
        "BOOKING_BACKUP_TARGET=" + target);
  }

  /** A disk may keep the length of a file and lose its content. */
  @ParameterizedTest
  @ValueSource(strings = {"folder", "sftp", "webdav"})
  void seesThatACopyIsNotTheSame(String kind) throws Exception {
    RemoteCopy remoteCopy = remoteCopy(kind);
    remoteCopy.put(repository, "backups/one");
    Files.writeString(copies(kind).resolve("backups/one/dump.age"), "the dump of a warden");
    assertThatThrownBy(() -> remoteCopy.compare(repository, "backups/one"))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("compare");
  }

  private Path copies(String kind) {
    return kind.equals("folder") ? remote : remote.resolve("booking");
  }

  private RemoteCopy remoteCopy(String kind) throws IOException, OpsException {
    String target = kind.equals("folder") ? remote.toString() : served(kind);
    return new RemoteCopy(settings(target));
  }

  /** Serves the folder of the remote copy; none of these servers reports checksums. */
  private String served(String kind) throws IOException, OpsException {
    int port = Ports.free();
    server =
        new ProcessBuilder(
                "rclone",
                "serve",
                kind,
                remote.toString(),
                "--config=/dev/null",
                "--addr=127.0.0.1:" + port,
                "--user=box",
                "--pass=secret")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    await().atMost(SECONDS).until(() -> Ports.listens(port));
    String obscured =
        Processes.run(Command.of("rclone", "obscure", "secret"), SECONDS)
            .expectSuccess("write a password as rclone does", "")
            .strip();
    Files.writeString(
        folder.resolve("secrets/rclone.conf"),
        kind.equals("sftp")
            ? """
              [nas]
              type = sftp
              host = 127.0.0.1
              port = %d
              user = box
              pass = %s
              disable_hashcheck = true
              """
                .formatted(port, obscured)
            : """
              [nas]
              type = webdav
              url = http://127.0.0.1:%d
              vendor = other
              user = box
              pass = %s
              """
                .formatted(port, obscured));
    return "nas:booking";
  }
}
