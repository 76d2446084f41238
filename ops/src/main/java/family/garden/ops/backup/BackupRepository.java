package family.garden.ops.backup;

import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where backups lie on this machine: a folder each, named by id; the WAL segments in {@code wal/},
 * those that are not off the box yet in {@code outgoing/}.
 */
final class BackupRepository {
  static final String WAL = "wal";
  static final String OUTGOING = "outgoing";
  static final String SEGMENT = ".gz.age";

  /** How ids begin. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String BEGUN = ".begun-";

  private final Path root;
  private final Set<String> unreadable = new HashSet<>();

  BackupRepository(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path folder(String id) {
    return root.resolve(id);
  }

  Path manifest(String id) {
    return folder(id).resolve(Manifest.FILE);
  }

  /** Where a backup is made; what was begun before and never finished is thrown away. */
  Path begin(String id) throws OpsException {
    Private.folder(root);
    for (Path each : Folders.in(root)) {
      if (each.getFileName().toString().startsWith(BEGUN)) {
        Folders.delete(each);
      }
    }
    return Private.folder(root.resolve(BEGUN + id));
  }

  /** From now on it is listed. */
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

  /** The newest of each type. */
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
    return ids().isEmpty() && Folders.in(root.resolve(WAL)).isEmpty();
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

  /** Those that can be read, the oldest first; of each other one the keeper is told once. */
  List<Manifest> readable(Key key, Progress progress) throws OpsException {
    List<Manifest> all = new ArrayList<>();
    for (String id : ids()) {
      try {
        all.add(read(id, key));
      } catch (OpsException wrong) {
        if (unreadable.add(id)) {
          progress.warn(String.valueOf(wrong.getMessage()));
        }
      }
    }
    return all;
  }

  /** The newest base that is verified. */
  Optional<Manifest> newestBase(Key key, Progress progress) throws OpsException {
    return readable(key, progress).stream()
        .filter(each -> each.type() == BackupType.BASE && each.verifiedAt().isPresent())
        .reduce((older, newer) -> newer);
  }

  Path wal(String systemId) {
    return root.resolve(WAL).resolve(systemId);
  }

  Path outgoing(String systemId) {
    return root.resolve(OUTGOING).resolve(systemId);
  }

  /** The names of all WAL segments of a database, without what was added to them. */
  NavigableSet<String> segments(String systemId) throws OpsException {
    NavigableSet<String> names = new TreeSet<>();
    for (Path folder : List.of(wal(systemId), outgoing(systemId))) {
      for (Path each : Folders.in(folder)) {
        String name = each.getFileName().toString();
        if (name.endsWith(SEGMENT) && !name.startsWith(".")) {
          names.add(name.substring(0, name.length() - SEGMENT.length()));
        }
      }
    }
    return names;
  }

  /** When the newest segment of the WAL of a database was taken out of the archive. */
  Optional<Instant> newestSegment(String systemId) throws OpsException {
    List<Instant> times = new ArrayList<>();
    for (String name : segments(systemId)) {
      changedAt(segment(systemId, name)).ifPresent(times::add);
    }
    return times.stream().max(Comparator.naturalOrder());
  }

  /** When the oldest segment that is not off the box was taken out of the archive. */
  Optional<Instant> oldestOutgoing() throws OpsException {
    Optional<Instant> oldest = Optional.empty();
    for (Path folder : Folders.in(root.resolve(OUTGOING))) {
      oldest = earlier(oldest, oldest(folder, SEGMENT));
    }
    return oldest;
  }

  /** When the oldest file was written whose name ends so. */
  static Optional<Instant> oldest(Path folder, String end) throws OpsException {
    Optional<Instant> oldest = Optional.empty();
    for (Path each : Folders.in(folder)) {
      String name = each.getFileName().toString();
      if (name.endsWith(end) && !name.startsWith(".")) {
        oldest = earlier(oldest, changedAt(each));
      }
    }
    return oldest;
  }

  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  /** Empty where another bookingctl has just taken it. */
  private static Optional<Instant> changedAt(Path file) throws OpsException {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Durable.failed("look at " + file, e);
    }
  }

  /** The encrypted file of a segment. */
  Path segment(String systemId, String name) {
    Path here = wal(systemId).resolve(name + SEGMENT);
    return Files.exists(here) ? here : outgoing(systemId).resolve(name + SEGMENT);
  }
}
