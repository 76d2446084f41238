package family.garden.ops.backup;

import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.Private;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The backups on this machine: a folder each, named by id, and the WAL. It knows every path and
 * lock of theirs; the {@link RemoteCopy} has the same folders.
 */
final class BackupRepository {
  /** How ids begin. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String BEGUN = ".begun-";
  private static final String LOCK = ".backups.lock";

  private final Path root;
  private final Set<String> unreadable = new HashSet<>();

  BackupRepository(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /**
   * Holds off other work on the backups until it is closed. Where it must wait, it says so.
   *
   * @throws OpsException if other work takes longer than the limit
   */
  Lock lock(String what, Duration limit, Progress progress) throws OpsException {
    return Lock.await(
        Private.folder(root).resolve(LOCK),
        what,
        limit,
        holder ->
            progress.info(
                "Waiting up to %d minutes for other work on the backups (%s)"
                    .formatted(limit.toMinutes(), holder)));
  }

  /** Does it with that lock; nothing, and empty, if there is other work on the backups. */
  <T> Optional<T> ifFree(String what, Lock.Work<Optional<T>> work) throws OpsException {
    return Lock.ifFree(Private.folder(root).resolve(LOCK), what, work);
  }

  boolean isAtWork() throws OpsException {
    return Lock.isHeld(root.resolve(LOCK));
  }

  /** Held by whatever takes WAL out of the archive or sends it; beside the lock of the backups. */
  Lock lockWal() throws OpsException {
    return Lock.await(
        Private.folder(root).resolve(".wal.lock"), "ship the WAL", Duration.ofMinutes(10));
  }

  WalStore wal() {
    return new WalStore(root);
  }

  Path decryptedWal() {
    return root.resolve(".opened");
  }

  Path decryptedHistory() {
    return root.resolve(".history");
  }

  /** A new and empty repository in this one, for what is fetched only to be verified. */
  BackupRepository fetched() throws OpsException {
    Path folder = root.resolve(".fetched");
    Folders.delete(folder);
    return new BackupRepository(Private.folder(folder));
  }

  /** Says when a missing base was last tried, and why. */
  Path triedBase() {
    return root.resolve(".base-tried");
  }

  /** Remembers the place of the remote copy. */
  Path remoteTarget() {
    return root.resolve(".remote-target");
  }

  Path folder(String id) {
    return root.resolve(id);
  }

  Path manifest(String id) {
    return folder(id).resolve(Manifest.FILE);
  }

  Path data(Manifest manifest) {
    return folder(manifest.id()).resolve(manifest.type().file());
  }

  /** Makes the folder of a new backup, and deletes those that were begun and never finished. */
  Path begin(String id) throws OpsException {
    Private.folder(root);
    for (Path each : Folders.in(root)) {
      if (each.getFileName().toString().startsWith(BEGUN)) {
        Folders.delete(each);
      }
    }
    return Private.folder(root.resolve(BEGUN + id));
  }

  /** Gives the folder its name; from now on the backup is listed. */
  void finish(Path begun, String id) throws OpsException {
    Private.move(begun, folder(id));
  }

  /** A file for each backup that is deleted here, and not in the remote copy yet. */
  Path toDeleteInRemoteCopy() {
    return root.resolve(".to-delete-in-remote-copy");
  }

  Path toDeleteInRemoteCopy(String id) {
    return toDeleteInRemoteCopy().resolve(id);
  }

  /** Ids of all backups, the oldest first, as in {@link #oldestFirst}. */
  List<String> ids() throws OpsException {
    List<String> ids = new ArrayList<>();
    for (Path each : Folders.in(root)) {
      if (Files.exists(each.resolve(Manifest.FILE))) {
        ids.add(each.getFileName().toString());
      }
    }
    ids.sort(oldestFirst());
    return ids;
  }

  /**
   * By their time. Those dated in the future come before all: a clock that was ahead made them, and
   * what it made must not count as the newest for years.
   */
  private static Comparator<String> oldestFirst() {
    String last = TIME.format(Instant.now().plus(Backup.AHEAD));
    return Comparator.comparing((String id) -> id.compareTo(last) <= 0)
        .thenComparing(Comparator.naturalOrder());
  }

  List<String> newest() throws OpsException {
    List<String> newest = new ArrayList<>();
    for (BackupType type : BackupType.values()) {
      ids().stream()
          .filter(id -> id.endsWith(type.word()))
          .reduce((a, b) -> b)
          .ifPresent(newest::add);
    }
    return newest;
  }

  boolean isEmpty() throws OpsException {
    return ids().isEmpty() && wal().folders().isEmpty();
  }

  Manifest read(String id, Key key) throws OpsException {
    Path file = manifest(id);
    try {
      Manifest manifest = Manifest.read(Files.readString(file), file.toString(), key);
      if (!manifest.id().equals(id)) {
        throw OpsException.refused(
            "read " + file,
            "it belongs to the backup " + manifest.id(),
            BackupVerifier.USE_ANOTHER);
      }
      return manifest;
    } catch (IOException e) {
      throw OpsException.refused(
          "read " + file, "there is no such file (" + e.getMessage() + ")", "See \"backup list\".");
    }
  }

  void write(Manifest manifest, Key key) throws OpsException {
    Private.write(manifest(manifest.id()), manifest.sealed(key));
  }

  /** Those that can be read, the oldest first; of each other one the keeper is told once. */
  List<Manifest> readable(Key key, Progress progress) throws OpsException {
    List<Manifest> all = new ArrayList<>();
    for (String id : ids()) {
      try {
        all.add(read(id, key));
      } catch (OpsException wrong) {
        if (unreadable.add(id)) {
          progress.warn(wrong.getMessage());
        }
      }
    }
    return all;
  }

  Optional<Manifest> newestBase(Key key, Progress progress) throws OpsException {
    return newestBase(key, progress, Instant.MAX);
  }

  /** The newest base that is verified and not from after a moment. */
  Optional<Manifest> newestBase(Key key, Progress progress, Instant until) throws OpsException {
    return readable(key, progress).stream()
        .filter(each -> each.type() == BackupType.BASE && each.verifiedAt().isPresent())
        .filter(each -> !each.madeAt().isAfter(until))
        .reduce((older, newer) -> newer);
  }
}
