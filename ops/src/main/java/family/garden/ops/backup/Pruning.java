package family.garden.ops.backup;

import family.garden.ops.config.BackupSettings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.process.Patience;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what {@link Retention} lets go, here and in the remote copy. Where that cannot be
 * reached, the card must not fill up for it: what is to be deleted there is remembered.
 */
final class Pruning {
  private final Shelf shelf;
  private final OffBox offBox;
  private final BackupSettings settings;
  private final Progress progress;

  Pruning(Shelf shelf, OffBox offBox, BackupSettings settings, Progress progress) {
    this.shelf = shelf;
    this.offBox = offBox;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * @param all those that can be read, the oldest first
   */
  Pruned prune(List<Manifest> all) throws Trouble {
    Retention retention = Retention.of(all, settings.keep());
    // Of one that cannot be read, nobody knows which WAL it needs.
    boolean isAllKnown = all.size() == shelf.ids().size();
    List<String> gone = new ArrayList<>();
    for (Manifest each : retention.go()) {
      if (offBox.isSet()) {
        Durable.write(shelf.toDeleteOffBox(each.id()), "");
      }
      // The manifest first: what is not whole is not listed.
      Folders.delete(shelf.manifest(each.id()));
      Folders.delete(shelf.folder(each.id()));
      gone.add(each.id());
    }
    Instant now = Instant.now();
    int pieces = 0;
    for (Path folder : Folders.in(shelf.root().resolve(Shelf.JOURNAL))) {
      NeededWal needed = needed(retention, folder.getFileName().toString(), now);
      if (needed.hasBase() || (isAllKnown && hasBase(retention))) {
        pieces += delete(folder, needed);
      }
    }
    if (!gone.isEmpty() || pieces > 0) {
      progress.step("Deleted what need not be kept");
    }
    return new Pruned(gone, pieces, offBox.isSet() ? pruneOffBox(retention, now) : none());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static boolean hasBase(Retention retention) {
    return retention.stay().stream().anyMatch(each -> each.kind() == Kind.BASE);
  }

  private NeededWal needed(Retention retention, String systemId, Instant now) {
    return retention.wal(systemId, now, settings.walDays());
  }

  private static int delete(Path folder, NeededWal needed) throws Trouble {
    int deleted = 0;
    for (Path each : Folders.in(folder)) {
      if (!needed.has(each.getFileName().toString())) {
        Folders.delete(each);
        deleted++;
      }
    }
    return deleted;
  }

  private Optional<String> pruneOffBox(Retention retention, Instant now) throws Trouble {
    try {
      for (Path each : Folders.in(shelf.toDeleteOffBox())) {
        String id = each.getFileName().toString();
        offBox.delete(id, List.of(Manifest.FILE));
        offBox.purge(id);
        Durable.remove(each);
      }
      for (String systemId : systems(retention)) {
        NeededWal needed = needed(retention, systemId, now);
        String there = Shelf.JOURNAL + "/" + systemId;
        offBox.delete(
            there, offBox.files(there).stream().filter(name -> !needed.has(name)).toList());
      }
      return Optional.empty();
    } catch (Trouble unreachable) {
      Patience.throwIfInterrupted();
      return Optional.of(String.valueOf(unreachable.getMessage()));
    }
  }

  /** Of others, bases may be there that this machine knows nothing of. */
  private static List<String> systems(Retention retention) {
    return retention.stay().stream()
        .filter(each -> each.kind() == Kind.BASE)
        .map(Manifest::systemId)
        .distinct()
        .toList();
  }
}
