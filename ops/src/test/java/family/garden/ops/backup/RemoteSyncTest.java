package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.NeedsEngine;
import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Folders;
import family.garden.ops.progress.Progress;
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

/** What is kept here and in the remote copy, while that comes and goes. */
class RemoteSyncTest {
  private final Instant now = Instant.now();

  @TempDir private Path folder;

  @TempDir(factory = AnotherDisk.class)
  private Path disk;

  private final Progress progress = new Progress(System.out, true);
  private Settings settings;
  private BackupRepository shelf;
  private RemoteCopy offBox;
  private Key key;
  private Path there;

  @BeforeEach
  void begin() throws Exception {
    Assumptions.assumeTrue(
        NeedsEngine.isInstalled("rclone"), "Not installed here: Debian's package rclone");
    there = Files.createDirectory(disk.resolve("copy"));
    settings = settings(there);
    shelf = new BackupRepository(settings.places().backups());
    offBox = new RemoteCopy(settings);
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
    assertThat(pruned.leftOffBox().orElseThrow()).contains("there is no such folder");
    assertThat(shelf.ids()).containsExactlyElementsOf(made.subList(2, 4));

    Files.move(away, there);
    assertThat(prune().leftOffBox()).isEmpty();
    // Not even an empty folder is left.
    assertThat(names(there)).containsExactlyInAnyOrderElementsOf(made.subList(2, 4));
    assertThat(names(shelf.toDeleteOffBox())).isEmpty();
  }

  @Test
  void oneThatNeverWasCopiedStandsInNobodysWay() throws Exception {
    List<String> made = Stream.of(4, 3, 2, 1).map(this::dump).toList();
    Folders.delete(there.resolve(made.getFirst()));
    assertThat(prune().leftOffBox()).isEmpty();
    assertThat(names(there)).containsExactlyInAnyOrderElementsOf(made.subList(2, 4));
  }

  @Test
  void deletesWalHereAndThereThatNoKeptBaseNeeds() throws Exception {
    for (int days : List.of(40, 30, 20)) {
      put(BackupType.BASE, days, 100 - days);
    }
    for (int segment = 58; segment < 85; segment++) {
      segment(shelf.wal(Manifests.SYSTEM), segment);
      segment(there.resolve(BackupRepository.WAL).resolve(Manifests.SYSTEM), segment);
    }
    // Of an earlier life of this card: here, no base of it is kept; there, nobody knows.
    segment(shelf.wal("another"), 1);
    segment(there.resolve(BackupRepository.WAL).resolve("another"), 1);
    assertThat(prune().segments()).isEqualTo(27 - 6 + 1);
    // The base of 30 days ago keeps its own; from that of 20 days ago on, all is kept.
    List<String> kept =
        Stream.concat(Stream.of(70), Stream.of(80, 81, 82, 83, 84))
            .map(number -> Manifests.segment(number) + BackupRepository.SEGMENT)
            .toList();
    assertThat(names(shelf.wal(Manifests.SYSTEM))).isEqualTo(kept);
    assertThat(names(there.resolve(BackupRepository.WAL).resolve(Manifests.SYSTEM)))
        .isEqualTo(kept);
    assertThat(names(shelf.wal("another"))).isEmpty();
    assertThat(names(there.resolve(BackupRepository.WAL).resolve("another"))).hasSize(1);
  }

  @Test
  void keepsWalWhereNobodyKnowsWhichBaseNeedsIt() throws Exception {
    put(BackupType.BASE, 3, 7);
    segment(shelf.wal("another"), 1);
    Files.writeString(shelf.manifest(dump(1)), "{}");
    prune();
    assertThat(names(shelf.wal("another"))).hasSize(1);
  }

  /** The other base is known, but nobody knows what the one that cannot be read needs. */
  @Test
  void keepsAllWalHereAndThereWhileABaseCannotBeRead() throws Exception {
    String old = put(BackupType.BASE, 20, 5);
    put(BackupType.BASE, 10, 7);
    Path here = shelf.wal(Manifests.SYSTEM);
    Path copy = there.resolve(BackupRepository.WAL).resolve(Manifests.SYSTEM);
    for (int segment = 5; segment < 9; segment++) {
      segment(here, segment);
      segment(copy, segment);
    }
    String manifest = Files.readString(shelf.manifest(old));
    Files.writeString(shelf.manifest(old), "{}");
    assertThat(prune().segments()).isZero();
    assertThat(names(here)).hasSize(4);
    assertThat(names(copy)).hasSize(4);
    Files.writeString(shelf.manifest(old), manifest);
    assertThat(prune().segments()).isEqualTo(1);
    assertThat(names(copy)).isEqualTo(names(here)).hasSize(3);
  }

  /** So it is after a restore on a new card: manifests are here, and the data of one only. */
  @Test
  void copiesWalAndLeavesOutBackupsWhoseDataIsNotHere() throws Exception {
    String dump = dump(1);
    Files.delete(shelf.folder(dump).resolve(BackupType.DUMP.file()));
    Folders.delete(there.resolve(dump));
    segment(shelf.wal(Manifests.SYSTEM), 7);
    RemoteSync remote = new RemoteSync(shelf, offBox, key, progress);
    remote.repair(shelf.readable(key, progress));
    remote.copyMissing(
        List.of(Manifests.made(dump, BackupType.DUMP, 1, now.minus(Duration.ofDays(1)), true)));
    assertThat(offBox.files(""))
        .containsExactly(
            BackupRepository.WAL
                + "/"
                + Manifests.SYSTEM
                + "/"
                + Manifests.segment(7)
                + BackupRepository.SEGMENT);
  }

  @Test
  void copiesAgainWhatSomebodyTookAway() throws Exception {
    String dump = dump(1);
    String base = put(BackupType.BASE, 2, 7);
    segment(shelf.wal(Manifests.SYSTEM), 7);
    Folders.delete(there.resolve(dump));
    Files.delete(there.resolve(base).resolve(BackupType.BASE.file()));
    new RemoteSync(shelf, offBox, key, progress).repair(shelf.readable(key, progress));
    assertThat(offBox.files(""))
        .containsExactlyInAnyOrder(
            dump + "/" + Manifest.FILE,
            dump + "/" + BackupType.DUMP.file(),
            base + "/" + Manifest.FILE,
            base + "/" + BackupType.BASE.file(),
            BackupRepository.WAL
                + "/"
                + Manifests.SYSTEM
                + "/"
                + Manifests.segment(7)
                + BackupRepository.SEGMENT);
  }

  /** What the manifests tell of is at the place before. */
  @Test
  void bringsAllToAnotherPlace() throws Exception {
    String dump = dump(1);
    String base = put(BackupType.BASE, 2, 7);
    String old = dump(3);
    segment(shelf.wal(Manifests.SYSTEM), 7);
    new RemoteSync(shelf, offBox, key, progress).repair(shelf.readable(key, progress));
    assertThat(new Backups(settings, progress).list())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.offBoxAt()).isPresent());
    // A restore on a new card fetched all manifests, and not the data of this one.
    Files.delete(shelf.folder(old).resolve(BackupType.DUMP.file()));

    Settings moved = settings(Files.createDirectory(disk.resolve("other")));
    assertThat(new Backups(moved, progress).list())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.offBoxAt()).isEmpty());
    RemoteCopy other = new RemoteCopy(moved);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Progress shown = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), true);
    new RemoteSync(shelf, other, key, shown).copyMissing(shelf.readable(key, progress));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Still only at the old place: " + old + ". Keep them there");
    assertThat(other.files(""))
        .containsExactlyInAnyOrder(
            dump + "/" + Manifest.FILE,
            dump + "/" + BackupType.DUMP.file(),
            base + "/" + Manifest.FILE,
            base + "/" + BackupType.BASE.file(),
            BackupRepository.WAL
                + "/"
                + Manifests.SYSTEM
                + "/"
                + Manifests.segment(7)
                + BackupRepository.SEGMENT);
    assertThat(new Backups(moved, progress).list())
        .allSatisfy(
            each -> assertThat(each.offBoxAt().isPresent()).isEqualTo(!each.id().equals(old)));
    // Said once.
    said.reset();
    new RemoteSync(shelf, other, key, shown).repair(shelf.readable(key, progress));
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void knowsTheBasesOfAnEarlierCard() throws Exception {
    RemoteSync remote = new RemoteSync(shelf, offBox, key, progress);
    dump(1);
    assertThat(remote.hasBases()).isFalse();
    put(BackupType.BASE, 2, 7);
    assertThat(remote.hasBases()).isTrue();
  }

  private Pruned prune() throws Exception {
    return new Pruning(shelf, offBox, settings.backup(), progress)
        .prune(shelf.readable(key, progress));
  }

  private String dump(int daysAgo) {
    try {
      return put(BackupType.DUMP, daysAgo, 1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Makes one here and a copy of it there. */
  private String put(BackupType kind, int daysAgo, int segment) throws Exception {
    Instant at = now.minus(Duration.ofDays(daysAgo));
    String id = BackupRepository.TIME.format(at) + "-" + kind.word();
    Path begun = shelf.begin(id);
    Files.writeString(begun.resolve(kind.file()), id);
    Manifest manifest = Manifests.made(id, kind, segment, at, true);
    Files.writeString(begun.resolve(Manifest.FILE), manifest.sealed(key));
    shelf.finish(begun, id);
    new RemoteSync(shelf, offBox, key, progress).copy(manifest);
    return id;
  }

  private static void segment(Path folder, int number) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(Manifests.segment(number) + BackupRepository.SEGMENT), "a segment");
  }

  private static List<String> names(Path folder) throws Exception {
    return Folders.in(folder).stream().map(each -> each.getFileName().toString()).toList();
  }
}
