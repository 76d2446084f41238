package family.garden.ops.backup;

import family.garden.ops.config.BackupSettings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what {@link Retention} lets go, here and in the remote copy. Where that cannot be
 * reached, the card must not fill up for it: what is to be deleted there is remembered. WAL is
 * deleted only while every manifest here can be read.
 */
record Pruning(
    BackupRepository repository,
    RemoteCopy remoteCopy,
    BackupSettings settings,
    Progress progress) {

  /** Prunes among all backups that can be read, the oldest first. */
  Pruned prune(List<Manifest> all) throws OpsException {
    Instant since = Instant.now().minus(Duration.ofDays(settings.walDays()));
    Retention retention = Retention.of(all, settings.keep(), since);
    // Of one that cannot be read, nobody knows which WAL it needs, here and in the remote copy.
    boolean isAllKnown = all.size() == repository.ids().size();
    if (!isAllKnown) {
      progress.warn("No WAL is deleted while there is a backup whose manifest cannot be read.");
    }
    List<String> gone = new ArrayList<>();
    for (Manifest each : retention.go()) {
      if (remoteCopy.isSet()) {
        Durable.write(repository.toDeleteInRemoteCopy(each.id()), "");
      }
      // The manifest first: what is not whole is not listed.
      Folders.delete(repository.manifest(each.id()));
      Folders.delete(repository.folder(each.id()));
      gone.add(each.id());
    }
    int segments = 0;
    if (isAllKnown && hasBase(retention)) {
      for (Path folder : repository.wal().folders()) {
        segments += delete(folder, retention.wal(folder.getFileName().toString(), since));
      }
    }
    if (!gone.isEmpty() || segments > 0) {
      progress.info("Deleted what need not be kept");
    }
    if (!remoteCopy.isSet()) {
      return new Pruned(gone, segments, Optional.empty());
    }
    return new Pruned(
        gone,
        segments,
        RemoteCopy.whereReachable(
            () -> {
              deleteRemoteBackups();
              if (isAllKnown) {
                deleteRemoteWal(retention, since);
              }
            }));
  }

  private static boolean hasBase(Retention retention) {
    return retention.stay().stream().anyMatch(each -> each.type() == BackupType.BASE);
  }

  private static int delete(Path folder, NeededWal needed) throws OpsException {
    int deleted = 0;
    for (Path each : Folders.in(folder)) {
      if (!needed.has(each.getFileName().toString())) {
        Folders.delete(each);
        deleted++;
      }
    }
    return deleted;
  }

  private void deleteRemoteBackups() throws OpsException {
    for (Path each : Folders.in(repository.toDeleteInRemoteCopy())) {
      String id = each.getFileName().toString();
      remoteCopy.delete(id, List.of(Manifest.FILE));
      remoteCopy.purge(id);
      Durable.remove(each);
    }
  }

  private void deleteRemoteWal(Retention retention, Instant since) throws OpsException {
    for (String systemId : systems(retention)) {
      NeededWal needed = retention.wal(systemId, since);
      String there = WalStore.FOLDER + "/" + systemId;
      remoteCopy.delete(
          there, remoteCopy.files(there).stream().filter(name -> !needed.has(name)).toList());
    }
  }

  /** Of others, bases may be there that this machine knows nothing of. */
  private static List<String> systems(Retention retention) {
    return retention.stay().stream()
        .filter(each -> each.type() == BackupType.BASE)
        .map(Manifest::systemId)
        .distinct()
        .toList();
  }
}
