package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Folders;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.util.ArrayList;
import java.util.List;

/** Verifies the remote copies: fetched as they are, as if this machine had nothing. */
record RemoteVerifier(
    Settings settings, LiveDatabase live, Key key, RemoteCopy remoteCopy, Progress progress) {

  /** Verifies these remote copies, or the newest of each type; deletes what it fetched. */
  List<Backup> verify(BackupRepository here, List<String> ids) throws OpsException {
    BackupRepository fetched = here.fetched();
    try {
      remoteCopy.fetchManifests(fetched);
      List<Backup> all = new ArrayList<>();
      for (String id : ids.isEmpty() ? fetched.newest() : ids) {
        progress.step("Fetching and verifying " + id);
        all.add(
            BackupVerifier.report(fetched, id, key, manifest -> fetchAndVerify(fetched, manifest)));
      }
      return all;
    } finally {
      Folders.delete(fetched.root());
    }
  }

  private Manifest fetchAndVerify(BackupRepository fetched, Manifest manifest) throws OpsException {
    remoteCopy.fetch(manifest, fetched);
    new BackupVerifier(settings, live, key, fetched, progress).verify(manifest);
    return manifest;
  }
}
