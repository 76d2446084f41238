package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.process.Poller;
import family.garden.ops.process.Undo;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.time.Instant;
import java.util.Optional;

/** Makes a backup from beginning to end. The caller holds the lock of the backups. */
record BackupJob(
    Settings settings,
    LiveDatabase live,
    Key key,
    BackupRepository repository,
    RemoteCopy remoteCopy,
    Progress progress) {

  private Shipping shipping() {
    return new Shipping(live, key, repository, remoteCopy, progress);
  }

  private RemoteSync remote() {
    return new RemoteSync(repository, remoteCopy, key, progress);
  }

  Backup create(BackupType type, String reason) throws OpsException {
    progress.touches();
    Manifest made = new BackupCreator(live, key, repository, progress).create(type, reason);
    if (made.wal().isPresent()) {
      progress.step("Waiting until the WAL up to then is archived");
      shipping().archive().await(made.systemId(), made.wal().orElseThrow().last());
    }
    if (live.hasVolume("wal")) {
      shipping().takeOut();
    }
    Manifest backup = copyOff(record(made, () -> verifier().verifyNew(made)));
    Pruned pruned = prune();
    if (backup.copiedAt().isPresent() && pruned.leftInRemoteCopy().isEmpty()) {
      whereReachable(() -> remote().repair(repository.readable(key, progress)));
    }
    return backup.backup();
  }

  /**
   * Makes a base where restores to any moment need a new one; otherwise, or where that fails, a
   * dump.
   *
   * @throws OpsException that says why there is no base, or no backup at all
   */
  Backup createScheduled() throws OpsException {
    Optional<String> why = whyBase();
    if (why.isEmpty()) {
      return create(BackupType.DUMP, "every night");
    }
    try {
      return create(BackupType.BASE, "every night: " + why.get());
    } catch (OpsException noBase) {
      Poller.throwIfInterrupted();
      create(BackupType.DUMP, "every night, for the base failed");
      throw noBase;
    }
  }

  private Optional<String> whyBase() throws OpsException {
    Optional<Manifest> base = newestBase();
    return whyBaseAtOnce()
        .or(
            () ->
                base.flatMap(
                    newest -> Due.byAge(newest, Instant.now(), settings.backup().baseDays())));
  }

  /** Why nothing that is written from now on could be restored to any moment; empty if it can. */
  Optional<String> whyBaseAtOnce() throws OpsException {
    Optional<Manifest> base = newestBase();
    if (base.isEmpty() && isOfAnEarlierCard()) {
      progress.warn(
          "The remote copy has base backups that this machine does not know, so none is made by"
              + " itself. \"bookingctl backup restore --from remote\" brings them back;"
              + " \"bookingctl backup create --base\" begins anew.");
      return Optional.empty();
    }
    try (PsqlSession session = live.session()) {
      return Due.atOnce(
          base,
          session.one("SELECT system_identifier FROM pg_control_system();"),
          Long.parseLong(session.one("SELECT timeline_id FROM pg_control_checkpoint();")),
          base.isPresent() ? shipping().gapAfter(base.get()) : Optional.empty());
    }
  }

  /** A base of a new and empty database must not be the newest there before they are restored. */
  private boolean isOfAnEarlierCard() throws OpsException {
    if (!remoteCopy.isSet()) {
      return false;
    }
    try {
      return remote().hasBases();
    } catch (OpsException unreachable) {
      Poller.throwIfInterrupted();
      return true;
    }
  }

  private Optional<Manifest> newestBase() throws OpsException {
    return repository.newestBase(key, progress);
  }

  Manifest verify(Manifest manifest) throws OpsException {
    return record(manifest, () -> verifier().verify(manifest));
  }

  private BackupVerifier verifier() {
    return new BackupVerifier(settings, live, key, repository, progress);
  }

  private Manifest record(Manifest manifest, Undo.Deed verification) throws OpsException {
    try {
      verification.run();
    } catch (OpsException wrong) {
      // That somebody pressed Ctrl-C says nothing of the backup.
      Poller.throwIfInterrupted();
      // It is kept, but does not count as verified.
      progress.touches();
      repository.write(manifest.faulty(wrong.getMessage()), key);
      throw wrong;
    }
    Manifest verified = manifest.verified(Instant.now());
    progress.touches();
    repository.write(verified, key);
    return verified;
  }

  /** Where the remote copy cannot be reached, the backup is good all the same. */
  private Manifest copyOff(Manifest manifest) throws OpsException {
    if (!remoteCopy.isSet()) {
      progress.warn("BOOKING_BACKUP_TARGET is not set: a broken card takes the backups with it.");
      return manifest;
    }
    whereReachable(
        () -> {
          remote().copy(manifest);
          shipping().ship();
        });
    return repository.read(manifest.id(), key);
  }

  private void whereReachable(Undo.Deed copies) throws OpsException {
    RemoteCopy.whereReachable(copies)
        .ifPresent(
            why ->
                progress.warn(
                    "The remote copy is not complete. %s \"bookingctl backup ship\" tries again."
                        .formatted(why)));
  }

  Pruned prune() throws OpsException {
    progress.touches();
    Pruned pruned =
        new Pruning(repository, remoteCopy, settings.backup(), progress)
            .prune(repository.readable(key, progress));
    pruned.leftInRemoteCopy().ifPresent(progress::warn);
    return pruned;
  }
}
