package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Poller;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Proves the copies off the box: fetched as they are, as if this machine had nothing. */
final class RemoteVerifier {
  private final Settings settings;
  private final LiveDatabase live;
  private final Key key;
  private final RemoteCopy offBox;
  private final Progress progress;

  RemoteVerifier(
      Settings settings, LiveDatabase live, Key key, RemoteCopy offBox, Progress progress) {
    this.settings = settings;
    this.live = live;
    this.key = key;
    this.offBox = offBox;
    this.progress = progress;
  }

  List<Backup> verify(List<String> ids) throws OpsException {
    Path folder = settings.places().backups().resolve(".fetched");
    Folders.delete(folder);
    Private.folder(folder);
    try {
      BackupRepository shelf = new BackupRepository(folder);
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

  private Backup verify(String id, BackupRepository shelf) throws OpsException {
    progress.step("Fetching and proving " + id);
    Manifest manifest;
    try {
      manifest = shelf.read(id, key);
    } catch (OpsException wrong) {
      return Backup.unreadable(id, wrong);
    }
    try {
      offBox.fetch(id, shelf.folder(id));
      if (manifest.kind() == BackupType.BASE) {
        offBox.fetch(
            BackupRepository.WAL + "/" + manifest.systemId(), shelf.wal(manifest.systemId()));
      }
      new BackupVerifier(settings, live, key, shelf, progress).prove(manifest);
      return manifest.backup();
    } catch (OpsException wrong) {
      Poller.throwIfInterrupted();
      return manifest.faulty(String.valueOf(wrong.getMessage())).backup();
    }
  }
}
