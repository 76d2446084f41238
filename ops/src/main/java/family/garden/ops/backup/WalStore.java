package family.garden.ops.backup;

import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The encrypted WAL segments of a {@link BackupRepository}: those that have a remote copy in {@code
 * wal/}, the others in {@code outgoing/}, each in a folder named by the system identifier of its
 * database.
 *
 * @param root the folder of the repository
 */
record WalStore(Path root) {
  static final String FOLDER = "wal";

  static final String SUFFIX = ".gz.age";

  private static final String OUTGOING = "outgoing";

  Path folder(String systemId) {
    return root.resolve(FOLDER).resolve(systemId);
  }

  Path outgoing(String systemId) {
    return root.resolve(OUTGOING).resolve(systemId);
  }

  /** A folder for each database. */
  List<Path> folders() throws OpsException {
    return Folders.in(root.resolve(FOLDER));
  }

  /** A folder for each database with segments that have no remote copy yet. */
  List<Path> outgoing() throws OpsException {
    return Folders.in(root.resolve(OUTGOING));
  }

  /** The names of all segments of a database, without the suffix of the files. */
  NavigableSet<String> segments(String systemId) throws OpsException {
    NavigableSet<String> names = new TreeSet<>();
    for (Path folder : List.of(folder(systemId), outgoing(systemId))) {
      for (Path each : Folders.in(folder)) {
        String name = each.getFileName().toString();
        if (name.endsWith(SUFFIX) && !name.startsWith(".")) {
          names.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    }
    return names;
  }

  /** The encrypted file of a segment. */
  Path segment(String systemId, String name) {
    Path here = folder(systemId).resolve(name + SUFFIX);
    return Files.exists(here) ? here : outgoing(systemId).resolve(name + SUFFIX);
  }

  /** When the newest segment of a database was taken out of the archive. */
  Optional<Instant> newestSegment(String systemId) throws OpsException {
    List<Instant> times = new ArrayList<>();
    for (String name : segments(systemId)) {
      Durable.writtenAt(segment(systemId, name)).ifPresent(times::add);
    }
    return times.stream().max(Comparator.naturalOrder());
  }

  /** When the oldest segment without a remote copy was taken out of the archive. */
  Optional<Instant> oldestOutgoing() throws OpsException {
    return oldest(outgoing(), SUFFIX);
  }

  /** When the oldest file in these folders was written whose name ends so. */
  static Optional<Instant> oldest(List<Path> folders, String end) throws OpsException {
    Optional<Instant> oldest = Optional.empty();
    for (Path folder : folders) {
      for (Path each : Folders.in(folder)) {
        String name = each.getFileName().toString();
        if (name.endsWith(end) && !name.startsWith(".")) {
          // Another bookingctl may have taken it just now.
          oldest = earlier(oldest, Durable.writtenAt(each));
        }
      }
    }
    return oldest;
  }

  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }
}
