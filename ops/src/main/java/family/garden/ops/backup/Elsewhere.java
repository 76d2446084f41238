package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Patience;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Proves the copies off the box: fetched as they are, as if this machine had nothing. */
final class Elsewhere {
  private final Settings settings;
  private final Live live;
  private final Key key;
  private final OffBox offBox;
  private final Progress progress;

  Elsewhere(Settings settings, Live live, Key key, OffBox offBox, Progress progress) {
    this.settings = settings;
    this.live = live;
    this.key = key;
    this.offBox = offBox;
    this.progress = progress;
  }

  List<Backup> verify(List<String> ids) throws Trouble {
    Path folder = settings.places().backups().resolve(".fetched");
    Folders.delete(folder);
    Private.folder(folder);
    try {
      Shelf shelf = new Shelf(folder);
      offBox.fetch("", folder, "--include=*/" + Manifest.FILE);
      List<Backup> all = new ArrayList<>();
      for (String id : ids.isEmpty() ? shelf.newest() : ids) {
        all.add(verify(id, shelf));
      }
      return all;
    } finally {
      Folders.delete(folder);
    }
  }

  private Backup verify(String id, Shelf shelf) throws Trouble {
    progress.step("Fetching and proving " + id);
    Manifest manifest;
    try {
      manifest = shelf.read(id, key);
    } catch (Trouble wrong) {
      return Backup.unreadable(id, wrong);
    }
    try {
      offBox.fetch(id, shelf.folder(id));
      if (manifest.kind() == Kind.BASE) {
        offBox.fetch(Shelf.JOURNAL + "/" + manifest.systemId(), shelf.journal(manifest.systemId()));
      }
      new Proof(settings, live, key, shelf, progress).prove(manifest);
      return manifest.backup();
    } catch (Trouble wrong) {
      Patience.throwIfInterrupted();
      return manifest.faulty(String.valueOf(wrong.getMessage())).backup();
    }
  }
}
