package family.garden.ops.backup;

import family.garden.ops.disk.Folders;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Deletes what {@link Retention} lets go, here and off the box. */
final class Pruning {
  private final Shelf shelf;
  private final OffBox offBox;
  private final Progress progress;

  Pruning(Shelf shelf, OffBox offBox, Progress progress) {
    this.shelf = shelf;
    this.offBox = offBox;
    this.progress = progress;
  }

  Pruned prune(List<Manifest> all, int keep) throws Trouble {
    Retention retention = Retention.of(all, keep);
    List<String> gone = new ArrayList<>();
    for (Manifest each : retention.go()) {
      // The manifest first: what is not whole is not listed.
      if (offBox.isSet()) {
        offBox.delete(each.id(), List.of(Manifest.FILE));
        offBox.delete(each.id(), List.of(each.kind().file()));
      }
      Folders.delete(shelf.manifest(each.id()));
      Folders.delete(shelf.folder(each.id()));
      gone.add(each.id());
    }
    int pieces = 0;
    for (Path folder : Folders.in(shelf.root().resolve(Shelf.JOURNAL))) {
      pieces += pieces(folder, retention);
    }
    if (!gone.isEmpty() || pieces > 0) {
      progress.step("Deleted what need not be kept");
    }
    return new Pruned(gone, pieces);
  }

  private int pieces(Path folder, Retention retention) throws Trouble {
    String systemId = folder.getFileName().toString();
    List<String> old = new ArrayList<>();
    for (Path each : Folders.in(folder)) {
      String name = each.getFileName().toString();
      if (retention.isOld(systemId, name)) {
        old.add(name);
      }
    }
    if (offBox.isSet()) {
      offBox.delete(Shelf.JOURNAL + "/" + systemId, old);
    }
    for (String name : old) {
      Folders.delete(folder.resolve(name));
    }
    return old.size();
  }
}
