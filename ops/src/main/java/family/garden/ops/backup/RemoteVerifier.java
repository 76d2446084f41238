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

/** Verifies the copies off the box: fetched as they are, as if this machine had nothing. */
final class RemoteVerifier {
  private final Settings settings;
  private final LiveDatabase live;
  private final Key key;
  private final RemoteCopy remoteCopy;
  private final Progress progress;

  RemoteVerifier(
      Settings settings, LiveDatabase live, Key key, RemoteCopy remoteCopy, Progress progress) {
    this.settings = settings;
    this.live = live;
    this.key = key;
    this.remoteCopy = remoteCopy;
    this.progress = progress;
  }

  List<Backup> verify(List<String> ids) throws OpsException {
    Path folder = settings.places().backups().resolve(".fetched");
    Folders.delete(folder);
    Private.folder(folder);
    try {
      BackupRepository repository = new BackupRepository(folder);
      remoteCopy.fetch("", folder, "--include=*/" + Manifest.FILE);
      List<Backup> all = new ArrayList<>();
      for (String id : ids.isEmpty() ? repository.newest() : ids) {
        all.add(verify(id, repository));
      }
      return all;
    } finally {
      Folders.delete(folder);
    }
  }

  private Backup verify(String id, BackupRepository repository) throws OpsException {
    progress.step("Fetching and verifying " + id);
    Manifest manifest;
    try {
      manifest = repository.read(id, key);
    } catch (OpsException wrong) {
      return Backup.unreadable(id, wrong);
    }
    try {
      remoteCopy.fetch(id, repository.folder(id));
      if (manifest.type() == BackupType.BASE) {
        remoteCopy.fetch(
            BackupRepository.WAL + "/" + manifest.systemId(), repository.wal(manifest.systemId()));
      }
      new BackupVerifier(settings, live, key, repository, progress).verify(manifest);
      return manifest.backup();
    } catch (OpsException wrong) {
      Poller.throwIfInterrupted();
      return manifest.faulty(String.valueOf(wrong.getMessage())).backup();
    }
  }
}
