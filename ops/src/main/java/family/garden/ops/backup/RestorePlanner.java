package family.garden.ops.backup;

import family.garden.ops.backup.RecoveryTarget.Latest;
import family.garden.ops.backup.RecoveryTarget.RestorePoint;
import family.garden.ops.backup.RecoveryTarget.Time;
import family.garden.ops.disk.Private;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans a restore. It changes nothing but what it fetches and takes out of the WAL archive. */
record RestorePlanner(
    LiveDatabase live,
    Key key,
    BackupRepository repository,
    RemoteCopy remoteCopy,
    Progress progress,
    boolean isFromRemoteCopy) {

  RestorePlan plan(@Nullable String to) throws OpsException {
    RecoveryTarget requested = RecoveryTarget.of(to);
    if (isFromRemoteCopy) {
      progress.step("Fetching the list of the remote copy");
      Private.folder(repository.root());
      remoteCopy.fetchManifests(repository);
    } else if (live.hasVolume("wal")) {
      new Shipping(live, key, repository, remoteCopy, progress).takeOutUntilNow();
    }
    Manifest backup =
        requested instanceof RestorePoint(String id) ? repository.read(id, key) : newest(requested);
    if (isFromRemoteCopy) {
      progress.step("Fetching the backup " + backup.id() + " and its WAL");
      remoteCopy.fetch(backup, repository);
    }
    boolean hasOld = live.hasVolume("database");
    // Where there is an old database, it may know of more than was archived.
    boolean isAfterEnd =
        requested instanceof Time(Instant moment)
            && !hasOld
            && repository
                .wal()
                .newestSegment(backup.systemId())
                .filter(moment::isAfter)
                .isPresent();
    RecoveryTarget target = isAfterEnd ? new Latest() : requested;
    return new RestorePlan(
        backup,
        chain(backup, target),
        target,
        describe(target, to, backup),
        isFromRemoteCopy,
        hasOld
            ? Optional.of("17.before-" + BackupRepository.TIME.format(Instant.now()))
            : Optional.empty());
  }

  private static String describe(RecoveryTarget target, @Nullable String to, Manifest backup) {
    return switch (target) {
      case Latest() -> "as late as the WAL goes" + (to == null ? "" : ", which ends before " + to);
      case Time(Instant moment) -> to == null ? moment.toString() : to;
      case RestorePoint(_) -> backup.madeAt().toString();
    };
  }

  private Manifest newest(RecoveryTarget requested) throws OpsException {
    Instant until = requested instanceof Time(Instant moment) ? moment : Instant.MAX;
    return repository
        .newestBase(key, progress, until)
        .orElseThrow(
            () ->
                OpsException.refused(
                    "find a base to restore from",
                    requested instanceof Latest
                        ? "no base backup is verified"
                        : "no verified base backup is from before " + until,
                    "Name a backup by its id, or use the remote copy with --from remote."));
  }

  private WalChain chain(Manifest backup, RecoveryTarget target) throws OpsException {
    if (backup.type() == BackupType.DUMP) {
      return new WalChain(List.of(), Optional.empty());
    }
    NavigableSet<String> there = repository.wal().segments(backup.systemId());
    WalRange range = backup.wal().orElseThrow();
    WalChain inside = WalChain.between(range, there);
    inside.expectWhole();
    if (target instanceof RestorePoint) {
      return inside;
    }
    WalChain chain = WalChain.after(range, there, histories(backup.systemId(), there));
    if (target instanceof Latest) {
      chain.expectWhole();
    }
    return chain;
  }

  private Map<String, String> histories(String systemId, NavigableSet<String> there)
      throws OpsException {
    DatabaseRestorer restorer = new DatabaseRestorer(live, key, repository, progress);
    Map<String, String> texts = new HashMap<>();
    for (String name : there) {
      if (name.endsWith(WalChain.HISTORY)) {
        texts.put(name, restorer.history(systemId, name));
      }
    }
    return texts;
  }
}
