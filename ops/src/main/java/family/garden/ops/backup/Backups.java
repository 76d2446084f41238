package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Lock;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Backups of the database: made, verified, kept and listed. */
public final class Backups {
  /** A deploy must not fail because a base backup is made at that moment. */
  private static final Duration A_BACKUP = Duration.ofMinutes(10);

  /** What runs every two minutes holds the lock for seconds, mostly. */
  private static final Duration A_COPY = Duration.ofMinutes(2);

  /** How long a base that could not be made is not tried again by what runs every two minutes. */
  private static final Duration PAUSE = Duration.ofHours(1);

  private static final String MAKE = "make a backup";

  private final Settings settings;
  private final Progress progress;
  private final BackupRepository repository;
  private final LiveDatabase live;
  private final RemoteCopy remoteCopy;
  private final Path keyFile;

  public Backups(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.repository = new BackupRepository(settings.places().backups());
    this.live = new LiveDatabase(settings);
    this.remoteCopy = new RemoteCopy(settings);
    this.keyFile = settings.places().secrets().resolve("backup-key");
  }

  /** For what only looks at them: it says nothing of its progress, but warns. */
  public static Backups quietly(Settings settings) {
    return new Backups(settings, new Progress(System.err, true));
  }

  /**
   * Makes a dump of this moment, verifies it, and copies it to the remote copy where one is set.
   *
   * @throws OpsException that says what failed; such a backup is not called good
   */
  public Backup createVerified(String reason) throws OpsException {
    return create(BackupType.DUMP, reason);
  }

  /** Like {@link #createVerified}, of either type. */
  public Backup create(BackupType type, String reason) throws OpsException {
    try (Lock _ = repository.lock(MAKE, A_BACKUP, progress)) {
      return job(keyMadeIfFirst()).create(type, reason);
    }
  }

  /** What the nightly timer makes: see {@link BackupJob#createScheduled}. */
  public Backup createScheduled() throws OpsException {
    try (Lock _ = repository.lock(MAKE, A_BACKUP, progress)) {
      return job(keyMadeIfFirst()).createScheduled();
    }
  }

  /**
   * Makes a base where nothing from now on could be restored to a point in time without a new one.
   * The timer calls it every two minutes: it does nothing while a deploy or other work on backups
   * is under way, and tries at most once an hour. It holds off deploys only while it makes a base.
   */
  public Optional<Backup> createMissingBase() throws OpsException {
    String what = "make a base backup";
    return repository.ifFree(what, () -> missingBase(what));
  }

  private Optional<Backup> missingBase(String what) throws OpsException {
    Path tried = repository.triedBase();
    Instant since = Instant.now().minus(PAUSE);
    if (Durable.writtenAt(tried).filter(since::isBefore).isPresent() || !live.answers()) {
      return Optional.empty();
    }
    BackupJob job = job(keyMadeIfFirst());
    Optional<String> why = job.whyBaseAtOnce();
    if (why.isEmpty()) {
      return Optional.empty();
    }
    // A deploy takes its lock before that of the backups: nobody may wait for it here.
    return Lock.ifFree(
        settings.places().state().resolve("lock"),
        what,
        () -> {
          Durable.write(tried, why.get());
          return Optional.of(job.create(BackupType.BASE, why.get()));
        });
  }

  private Key keyMadeIfFirst() throws OpsException {
    return Key.loadOrMake(keyFile, repository.isEmpty(), progress);
  }

  private BackupJob job(Key key) {
    return new BackupJob(settings, live, key, repository, remoteCopy, progress);
  }

  /**
   * Restores backups into a scratch database once more, and remembers how that went.
   *
   * @param ids which; the newest of each type if empty
   */
  public List<Backup> verify(List<String> ids, Place from) throws OpsException {
    try (Lock _ = repository.lock("verify a backup", A_COPY, progress)) {
      Key key = Key.load(keyFile);
      if (from == Place.REMOTE) {
        return new RemoteVerifier(settings, live, key, remoteCopy, progress)
            .verify(repository, ids);
      }
      List<Backup> all = new ArrayList<>();
      for (String id : ids.isEmpty() ? repository.newest() : ids) {
        progress.step("Verifying " + id);
        all.add(BackupVerifier.report(repository, id, key, job(key)::verify));
      }
      return all;
    }
  }

  /** Copies the finished WAL segments to the remote copy, and the backups that are only here. */
  public Shipped ship() throws OpsException {
    if (!live.hasVolume("wal")) {
      throw OpsException.refused(
          "ship the WAL",
          "there is no volume " + live.volume("wal"),
          "See whether the stack was ever started.");
    }
    Key key = keyMadeIfFirst();
    progress.touches();
    Shipping shipping = new Shipping(live, key, repository, remoteCopy, progress);
    int segments = shipping.ship();
    copyMissing(key);
    Optional<String> gap = Optional.empty();
    Optional<Manifest> base = repository.newestBase(key, progress);
    if (base.isPresent()) {
      gap = shipping.gapAfter(base.get());
    } else {
      progress.warn("There is no base backup: the WAL alone restores nothing.");
    }
    return new Shipped(segments, remoteCopy.isSet(), gap);
  }

  /** Leaves it to the next call where there is other work on the backups. */
  private void copyMissing(Key key) throws OpsException {
    if (!remoteCopy.isSet()) {
      return;
    }
    var _ =
        repository.ifFree(
            "copy backups to the remote copy",
            () -> {
              new RemoteSync(repository, remoteCopy, key, progress)
                  .copyMissing(repository.readable(key, progress));
              return Optional.empty();
            });
  }

  /** What would be left if this machine were lost now. */
  public RemoteStatus remoteStatus() throws OpsException {
    Instant now = Instant.now();
    Optional<Instant> newest =
        list().stream()
            .filter(each -> each.verifiedAt().isPresent() && each.copiedAt().isPresent())
            .filter(each -> !each.isDatedAhead(now))
            .map(Backup::madeAt)
            .max(Comparator.naturalOrder());
    Optional<Instant> waiting = repository.wal().oldestOutgoing();
    if (live.hasVolume("wal")) {
      waiting = WalStore.earlier(waiting, WalArchive.oldest(live));
    }
    return new RemoteStatus(remoteCopy.isSet(), newest, waiting);
  }

  /** Why the remote copy cannot be used now, as far as this machine alone can tell. */
  public Optional<String> remoteFault() throws OpsException {
    return remoteCopy.fault();
  }

  public Pruned prune() throws OpsException {
    try (Lock _ = repository.lock("delete backups", A_COPY, progress)) {
      return job(Key.load(keyFile)).prune();
    }
  }

  /** All of them, the oldest first; also those that cannot be read, with what is wrong. */
  public List<Backup> list() throws OpsException {
    if (repository.ids().isEmpty()) {
      return List.of();
    }
    List<Backup> all = new ArrayList<>();
    try {
      Key key = Key.load(keyFile);
      boolean isCopied = RemoteTarget.of(repository, remoteCopy.target()).isTheSame();
      for (String id : repository.ids()) {
        all.add(listed(id, key, isCopied));
      }
    } catch (OpsException unknown) {
      for (String id : repository.ids()) {
        all.add(Backup.unreadable(id, unknown));
      }
    }
    return all;
  }

  /** Without its remote copy, where that is no longer at the place of the settings. */
  private Backup listed(String id, Key key, boolean isCopied) {
    try {
      Manifest manifest = repository.read(id, key);
      return (isCopied ? manifest : manifest.onlyHere()).backup();
    } catch (OpsException wrong) {
      return Backup.unreadable(id, wrong);
    }
  }

  /** How many lie on this machine, whether or not they can be read. */
  public int count() throws OpsException {
    return repository.ids().size();
  }

  /** Whether the key's file is there and has a key in it. */
  public boolean hasKey() throws OpsException {
    return Key.isIn(keyFile);
  }

  /** Where the key is; never the key. */
  public KeyPlace key() {
    return new KeyPlace(keyFile.toString(), Files.exists(keyFile));
  }

  /** Whether a backup is being made, restored, or something else is done to them now. */
  public boolean isAtWork() throws OpsException {
    return repository.isAtWork();
  }

  /** Holds off other work on the backups until it is closed. */
  public Restore restore(Place from) throws OpsException {
    Lock lock = repository.lock("restore a backup", A_COPY, progress);
    try {
      Key key = Key.load(keyFile);
      boolean isFromRemoteCopy = from == Place.REMOTE;
      return new Restore(
          settings,
          live,
          progress,
          new RestorePlanner(live, key, repository, remoteCopy, progress, isFromRemoteCopy),
          new DatabaseRestorer(live, key, repository, progress),
          lock);
    } catch (OpsException e) {
      lock.close();
      throw e;
    }
  }
}
