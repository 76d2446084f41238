package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Folders;
import family.garden.ops.progress.Progress;
import family.garden.testkit.Programs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted on the box and in the remote copy, which is not always reachable. */
class RemoteSyncTest {
  private final Instant now = Instant.now();

  @TempDir private Path folder;

  @TempDir(factory = AnotherDisk.class)
  private Path disk;

  private final Progress progress = new Progress(System.out, true);
  private Settings settings;
  private BackupRepository repository;
  private RemoteCopy remoteCopy;
  private Key key;
  private Path there;

  @BeforeEach
  void begin() throws Exception {
    Assumptions.assumeTrue(
        Programs.isInstalled("rclone"), "Not installed here: Debian's package rclone");
    there = Files.createDirectory(disk.resolve("copy"));
    settings = settings(there);
    repository = new BackupRepository(settings.places().backups());
    remoteCopy = new RemoteCopy(settings);
    key = Key.load(Files.writeString(folder.resolve("backup-key"), "AGE-SECRET-KEY-OF-A-TEST\n"));
  }

  private Settings settings(Path target) throws Exception {
    return SomeSettings.in(
        folder,
        "BOOKING_BACKUPS=" + folder.resolve("backups"),
        "BOOKING_SECRETS=" + folder,
        "BOOKING_BACKUP_TARGET=" + target,
        "BOOKING_BACKUP_WAL_DAYS=7",
        "BOOKING_BACKUP_KEEP=2",
        "BOOKING_BACKUP_KEEP_DAYS=0",
        "BOOKING_BACKUP_KEEP_WEEKS=0",
        "BOOKING_BACKUP_KEEP_MONTHS=0");
  }

  @Test
  void deletesLaterWhatCouldNotBeReached() throws Exception {
    List<String> made = Stream.of(4, 3, 2, 1).map(this::dump).toList();
    Path away = Files.move(there, disk.resolve("away"));
    Pruned pruned = prune();
    assertThat(pruned.backups()).containsExactlyElementsOf(made.subList(0, 2));
    assertThat(pruned.leftInRemoteCopy().orElseThrow()).contains("there is no such folder");
    assertThat(repository.ids()).containsExactlyElementsOf(made.subList(2, 4));

    Files.move(away, there);
    assertThat(prune().leftInRemoteCopy()).isEmpty();
    // No empty folder remains.
    assertThat(names(there)).containsExactlyInAnyOrderElementsOf(made.subList(2, 4));
    assertThat(names(repository.toDeleteInRemoteCopy())).isEmpty();
  }

  @Test
  void oneThatNeverWasCopiedStandsInNobodysWay() throws Exception {
    List<String> made = Stream.of(4, 3, 2, 1).map(this::dump).toList();
    Folders.delete(there.resolve(made.getFirst()));
    assertThat(prune().leftInRemoteCopy()).isEmpty();
    assertThat(names(there)).containsExactlyInAnyOrderElementsOf(made.subList(2, 4));
  }

  @Test
  void deletesWalHereAndThereThatNoKeptBaseNeeds() throws Exception {
    for (int days : List.of(40, 30, 20)) {
      put(BackupType.BASE, days, 100 - days);
    }
    for (int segment = 58; segment < 85; segment++) {
      segment(repository.wal().folder(Manifests.SYSTEM), segment);
      segment(there.resolve(WalStore.FOLDER).resolve(Manifests.SYSTEM), segment);
    }
    // WAL of an earlier installation: the box has no base backup of it; the remote copy may have
    // one.
    segment(repository.wal().folder("another"), 1);
    segment(there.resolve(WalStore.FOLDER).resolve("another"), 1);
    assertThat(prune().segments()).isEqualTo(27 - 6 + 1);
    // The base backup of 30 days ago keeps its own WAL; from that of 20 days ago on, all WAL stays.
    List<String> remaining =
        Stream.concat(Stream.of(70), Stream.of(80, 81, 82, 83, 84))
            .map(number -> Manifests.segment(number) + WalStore.SUFFIX)
            .toList();
    assertThat(names(repository.wal().folder(Manifests.SYSTEM))).isEqualTo(remaining);
    assertThat(names(there.resolve(WalStore.FOLDER).resolve(Manifests.SYSTEM)))
        .isEqualTo(remaining);
    assertThat(names(repository.wal().folder("another"))).isEmpty();
    assertThat(names(there.resolve(WalStore.FOLDER).resolve("another"))).hasSize(1);
  }

  @Test
  void keepsWalWhereNobodyKnowsWhichBaseNeedsIt() throws Exception {
    put(BackupType.BASE, 3, 7);
    segment(repository.wal().folder("another"), 1);
    Files.writeString(repository.manifest(dump(1)), "{}");
    prune();
    assertThat(names(repository.wal().folder("another"))).hasSize(1);
  }

  /** The other base backup is known, but not which WAL the unreadable one needs. */
  @Test
  void keepsAllWalHereAndThereWhileABaseCannotBeRead() throws Exception {
    String old = put(BackupType.BASE, 20, 5);
    put(BackupType.BASE, 10, 7);
    Path here = repository.wal().folder(Manifests.SYSTEM);
    Path copy = there.resolve(WalStore.FOLDER).resolve(Manifests.SYSTEM);
    for (int segment = 5; segment < 9; segment++) {
      segment(here, segment);
      segment(copy, segment);
    }
    String manifest = Files.readString(repository.manifest(old));
    Files.writeString(repository.manifest(old), "{}");
    assertThat(prune().segments()).isZero();
    assertThat(names(here)).hasSize(4);
    assertThat(names(copy)).hasSize(4);
    Files.writeString(repository.manifest(old), manifest);
    assertThat(prune().segments()).isEqualTo(1);
    assertThat(names(copy)).isEqualTo(names(here)).hasSize(3);
  }

  /**
   * As after a restore on a new card: all manifests are on the box, but the data of only one
   * backup.
   */
  @Test
  void copiesWalAndLeavesOutBackupsWhoseDataIsNotHere() throws Exception {
    String dump = dump(1);
    Files.delete(repository.folder(dump).resolve(BackupType.DUMP.file()));
    Folders.delete(there.resolve(dump));
    segment(repository.wal().folder(Manifests.SYSTEM), 7);
    RemoteSync remote = new RemoteSync(repository, remoteCopy, key, progress);
    remote.repair(repository.readable(key, progress));
    remote.copyMissing(
        List.of(Manifests.made(dump, BackupType.DUMP, 1, now.minus(Duration.ofDays(1)), true)));
    assertThat(remoteCopy.files("")).containsExactly(remoteSegment(7));
  }

  @Test
  void copiesAgainWhatSomebodyTookAway() throws Exception {
    String dump = dump(1);
    String base = put(BackupType.BASE, 2, 7);
    segment(repository.wal().folder(Manifests.SYSTEM), 7);
    Folders.delete(there.resolve(dump));
    Files.delete(there.resolve(base).resolve(BackupType.BASE.file()));
    new RemoteSync(repository, remoteCopy, key, progress)
        .repair(repository.readable(key, progress));
    assertThat(remoteCopy.files(""))
        .containsExactlyInAnyOrder(
            dump + "/" + Manifest.FILE,
            dump + "/" + BackupType.DUMP.file(),
            base + "/" + Manifest.FILE,
            base + "/" + BackupType.BASE.file(),
            remoteSegment(7));
  }

  /** The data that the manifests describe is at the previous remote copy. */
  @Test
  void bringsAllToAnotherPlace() throws Exception {
    String dump = dump(1);
    String base = put(BackupType.BASE, 2, 7);
    String old = dump(3);
    segment(repository.wal().folder(Manifests.SYSTEM), 7);
    new RemoteSync(repository, remoteCopy, key, progress)
        .repair(repository.readable(key, progress));
    assertThat(new Backups(settings, progress).list())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.copiedAt()).isPresent());
    // A restore on a new card fetched all manifests, but not the data of this backup.
    Files.delete(repository.folder(old).resolve(BackupType.DUMP.file()));

    Settings moved = settings(Files.createDirectory(disk.resolve("other")));
    assertThat(new Backups(moved, progress).list())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.copiedAt()).isEmpty());
    RemoteCopy other = new RemoteCopy(moved);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Progress shown = new Progress(new PrintStream(output, true, StandardCharsets.UTF_8), true);
    new RemoteSync(repository, other, key, shown).copyMissing(repository.readable(key, progress));
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("Still only at the old place: " + old + ". Keep them there");
    assertThat(other.files(""))
        .containsExactlyInAnyOrder(
            dump + "/" + Manifest.FILE,
            dump + "/" + BackupType.DUMP.file(),
            base + "/" + Manifest.FILE,
            base + "/" + BackupType.BASE.file(),
            remoteSegment(7));
    assertThat(new Backups(moved, progress).list())
        .allSatisfy(
            each -> assertThat(each.copiedAt().isPresent()).isEqualTo(!each.id().equals(old)));
    // Said once.
    output.reset();
    new RemoteSync(repository, other, key, shown).repair(repository.readable(key, progress));
    assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void knowsTheBasesOfAnEarlierCard() throws Exception {
    RemoteSync remote = new RemoteSync(repository, remoteCopy, key, progress);
    dump(1);
    assertThat(remote.hasBases()).isFalse();
    put(BackupType.BASE, 2, 7);
    assertThat(remote.hasBases()).isTrue();
  }

  private Pruned prune() throws Exception {
    return new Pruning(repository, remoteCopy, settings.backup(), progress)
        .prune(repository.readable(key, progress));
  }

  private String dump(int daysAgo) {
    try {
      return put(BackupType.DUMP, daysAgo, 1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Makes a backup on the box and copies it to the remote copy. */
  private String put(BackupType type, int daysAgo, int segment) throws Exception {
    Instant at = now.minus(Duration.ofDays(daysAgo));
    String id = BackupRepository.TIME.format(at) + "-" + type.word();
    Path begun = repository.begin(id);
    Files.writeString(begun.resolve(type.file()), id);
    Manifest manifest = Manifests.made(id, type, segment, at, true);
    Files.writeString(begun.resolve(Manifest.FILE), manifest.sealed(key));
    repository.finish(begun, id);
    new RemoteSync(repository, remoteCopy, key, progress).copy(manifest);
    return id;
  }

  private static void segment(Path folder, int number) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(Manifests.segment(number) + WalStore.SUFFIX), "a segment");
  }

  private static List<String> names(Path folder) throws Exception {
    return Folders.in(folder).stream().map(each -> each.getFileName().toString()).toList();
  }

  /** The path of a segment in the remote copy. */
  private static String remoteSegment(int number) {
    return "%s/%s/%s%s"
        .formatted(WalStore.FOLDER, Manifests.SYSTEM, Manifests.segment(number), WalStore.SUFFIX);
  }
}
