package family.garden.ops.backup;

import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where backups lie on this machine: a folder each, named by id; the pieces of the journal in
 * {@code journal/}, those that are not off the box yet in {@code outgoing/}.
 */
final class Shelf {
  static final String JOURNAL = "journal";
  static final String OUTGOING = "outgoing";
  static final String PIECE = ".gz.age";

  /** How ids begin. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String BEGUN = ".begun-";

  private final Path root;

  Shelf(Path root) {
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
  Path begin(String id) throws Trouble {
    Private.folder(root);
    for (Path each : Folders.in(root)) {
      if (each.getFileName().toString().startsWith(BEGUN)) {
        Folders.delete(each);
      }
    }
    return Private.folder(root.resolve(BEGUN + id));
  }

  /** From now on it is listed. */
  void finish(Path begun, String id) throws Trouble {
    Private.move(begun, folder(id));
  }

  /** Ids of all backups, the oldest first, as in {@link #oldestFirst}. */
  List<String> ids() throws Trouble {
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

  /** The newest of each kind. */
  List<String> newest() throws Trouble {
    List<String> newest = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      ids().stream()
          .filter(id -> id.endsWith(kind.word()))
          .reduce((a, b) -> b)
          .ifPresent(newest::add);
    }
    return newest;
  }

  boolean isEmpty() throws Trouble {
    return ids().isEmpty() && Folders.in(root.resolve(JOURNAL)).isEmpty();
  }

  Manifest read(String id, Key key) throws Trouble {
    Path file = manifest(id);
    try {
      Manifest manifest = Manifest.read(Files.readString(file), file.toString(), key);
      if (!manifest.id().equals(id)) {
        throw Trouble.refused(
            "read " + file, "it belongs to the backup " + manifest.id(), Proof.USE_ANOTHER);
      }
      return manifest;
    } catch (IOException e) {
      throw Trouble.refused(
          "read " + file, "there is no such file (" + e.getMessage() + ")", "See \"backup list\".");
    }
  }

  Path journal(String systemId) {
    return root.resolve(JOURNAL).resolve(systemId);
  }

  Path outgoing(String systemId) {
    return root.resolve(OUTGOING).resolve(systemId);
  }

  /** The names of all pieces of the journal of a database, without what was added to them. */
  NavigableSet<String> pieces(String systemId) throws Trouble {
    NavigableSet<String> names = new TreeSet<>();
    for (Path folder : List.of(journal(systemId), outgoing(systemId))) {
      for (Path each : Folders.in(folder)) {
        String name = each.getFileName().toString();
        if (name.endsWith(PIECE) && !name.startsWith(".")) {
          names.add(name.substring(0, name.length() - PIECE.length()));
        }
      }
    }
    return names;
  }

  /** The encrypted file of a piece. */
  Path piece(String systemId, String name) {
    Path here = journal(systemId).resolve(name + PIECE);
    return Files.exists(here) ? here : outgoing(systemId).resolve(name + PIECE);
  }
}
