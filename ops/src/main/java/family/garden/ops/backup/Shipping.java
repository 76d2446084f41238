package family.garden.ops.backup;

import family.garden.ops.database.Postgres;
import family.garden.ops.database.WalSegment;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes finished WAL segments out of the archive, encrypts them and takes them off the box. */
final class Shipping {
  private static final Duration SHORT = Duration.ofSeconds(60);
  static final Duration ARCHIVED_WITHIN = Duration.ofSeconds(90);
  private static final String ARCHIVED = ".gz";

  private final LiveDatabase live;
  private final Key key;
  private final BackupRepository repository;
  private final RemoteCopy remoteCopy;
  private final Progress progress;

  Shipping(
      LiveDatabase live,
      Key key,
      BackupRepository repository,
      RemoteCopy remoteCopy,
      Progress progress) {
    this.live = live;
    this.key = key;
    this.repository = repository;
    this.remoteCopy = remoteCopy;
    this.progress = progress;
  }

  /**
   * All that is finished; how many segments are off the box now, or encrypted where there is no
   * other.
   */
  int ship() throws OpsException {
    awakenTimeout();
    try (var _ = lock()) {
      takeAll();
      return sendAll();
    }
  }

  /** As {@link #ship}, as far as that needs nothing but this machine. */
  void takeOut() throws OpsException {
    try (var _ = lock()) {
      takeAll();
    }
  }

  private Lock lock() throws OpsException {
    return Lock.await(
        Private.folder(repository.root()).resolve(".wal.lock"),
        "ship the WAL",
        Duration.ofMinutes(10));
  }

  /**
   * Takes out all that was written until now, so that a restore to any moment before it finds a
   * transaction after that moment. Where the database does not run, all that it had finished.
   */
  void takeOutUntilNow() throws OpsException {
    try (PsqlSession session = live.session()) {
      String systemId = session.one("SELECT system_identifier FROM pg_control_system();");
      session.ask("SELECT pg_current_xact_id();");
      String last = session.one("SELECT pg_walfile_name(pg_switch_wal());");
      awaitArchived(systemId, last, ARCHIVED_WITHIN);
    } catch (OpsException notRunning) {
      Poller.throwIfInterrupted();
      progress.warn("What was written last is not in the archive: " + notRunning.getMessage());
    }
    takeOut();
  }

  private void takeAll() throws OpsException {
    for (Path database : Folders.in(live.mountpoint("wal"))) {
      String systemId = database.getFileName().toString();
      if (!systemId.matches("\\d+")) {
        continue;
      }
      Private.folder(repository.wal(systemId));
      Private.folder(repository.outgoing(systemId));
      for (Path segment : Folders.in(database)) {
        String name = segment.getFileName().toString();
        if (!name.startsWith(".") && name.endsWith(ARCHIVED)) {
          take(segment, systemId, name.substring(0, name.length() - ARCHIVED.length()));
        }
      }
    }
  }

  private int sendAll() throws OpsException {
    int taken = 0;
    for (Path outgoing : Folders.in(repository.root().resolve(BackupRepository.OUTGOING))) {
      taken += send(outgoing.getFileName().toString());
    }
    return taken;
  }

  /** Since when the oldest finished segment waits in the archive. */
  static Optional<Instant> oldestArchived(LiveDatabase live) throws OpsException {
    Optional<Instant> oldest = Optional.empty();
    for (Path database : Folders.in(live.mountpoint("wal"))) {
      oldest = BackupRepository.earlier(oldest, BackupRepository.oldest(database, ARCHIVED));
    }
    return oldest;
  }

  /**
   * After a start, PostgreSQL heeds archive_timeout only when its checkpointer has woken up for
   * another reason, which may take as long as checkpoint_timeout (15 minutes). Reading its settings
   * again wakes it. Where the database does not run, nothing waits in it.
   */
  private void awakenTimeout() throws OpsException {
    String asleep =
        "SELECT pg_reload_conf() FROM pg_stat_archiver"
            + " WHERE greatest(last_archived_time, pg_conf_load_time())"
            + " <= pg_postmaster_start_time() + interval '5 s'";
    ProcessResult outcome = Processes.run(live.program(Postgres.query(asleep)), SHORT);
    if (!outcome.isDone()) {
      progress.warn("The database does not answer; what it has archived is taken all the same.");
    }
  }

  /** Encrypts a segment; only then it leaves the archive. */
  private void take(Path segment, String systemId, String name) throws OpsException {
    Path there = repository.segment(systemId, name);
    try {
      if (Files.exists(there)) {
        expectSame(segment, there);
      } else {
        Path aside = there.resolveSibling("." + name + ".new");
        Processes.runInto(aside, key.encrypt().with(segment.toString()), SHORT)
            .expectSuccess("encrypt " + segment, "See whether the disk is full.");
        Private.move(aside, there);
      }
      Files.delete(segment);
    } catch (IOException e) {
      throw Durable.failed("take " + segment + " out of the archive", e);
    }
  }

  /** Handed over twice: the plug was pulled in between. */
  private void expectSame(Path segment, Path there) throws OpsException, IOException {
    Path opened = there.resolveSibling("." + segment.getFileName() + ".opened");
    try {
      Processes.runInto(opened, key.decrypt().with(there.toString()), SHORT)
          .expectSuccess("open " + there, BackupVerifier.USE_ANOTHER);
      if (Files.mismatch(opened, segment) >= 0) {
        throw OpsException.refused(
            "take " + segment + " out of the archive",
            there + " has its name and another content",
            "Two databases write with the same identity: stop one, then make a base backup.");
      }
    } finally {
      Files.deleteIfExists(opened);
    }
  }

  private int send(String systemId) throws OpsException {
    List<Path> segments =
        Folders.in(repository.outgoing(systemId)).stream()
            .filter(each -> each.getFileName().toString().endsWith(BackupRepository.SEGMENT))
            .toList();
    if (segments.isEmpty()) {
      return 0;
    }
    if (remoteCopy.isSet()) {
      remoteCopy.put(
          repository.outgoing(systemId),
          BackupRepository.WAL + "/" + systemId,
          "--no-traverse",
          "--include=*" + BackupRepository.SEGMENT);
    }
    for (Path each : segments) {
      Private.move(each, repository.wal(systemId).resolve(each.getFileName()));
    }
    return segments.size();
  }

  /** Waits until a segment is in the archive or was taken out of it already. */
  void awaitArchived(String systemId, String name, Duration limit) throws OpsException {
    Path archived = live.mountpoint("wal").resolve(systemId).resolve(name + ARCHIVED);
    Poller patience = new Poller(limit, Duration.ofMillis(200));
    while (!Files.exists(archived) && !Files.exists(repository.segment(systemId, name))) {
      if (!patience.lookAgain()) {
        throw OpsException.refused(
            "wait until the WAL segment " + name + " is archived",
            "it is not after " + limit.toSeconds() + " s",
            "See in the log of the database why archive-wal fails.");
      }
    }
  }

  /** Whether restores to now would end at a gap; the keeper is told. */
  Optional<String> gapAfter(Manifest base) throws OpsException {
    WalRange range = base.wal().orElseThrow();
    long timeline = WalSegment.of(range.first(), range.size()).orElseThrow().timeline();
    List<String> same =
        repository.segments(base.systemId()).stream()
            .filter(
                each ->
                    WalSegment.of(each, range.size())
                        .filter(segment -> segment.timeline() == timeline)
                        .isPresent())
            .toList();
    Optional<String> gap = WalChain.after(range, new TreeSet<>(same), Map.of()).missing();
    gap.ifPresent(
        name ->
            progress.warn(
                "The WAL has a gap at %s: nothing after it can be restored. Make a base backup: "
                        .formatted(name)
                    + "bookingctl backup create --base"));
    return gap;
  }
}
