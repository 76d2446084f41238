package family.garden.ops.backup;

import family.garden.ops.database.Postgres;
import family.garden.ops.database.WalSegment;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes WAL segments out of the {@link WalArchive} and copies them to the remote copy. */
record Shipping(
    LiveDatabase live,
    Key key,
    BackupRepository repository,
    RemoteCopy remoteCopy,
    Progress progress) {

  WalArchive archive() {
    return new WalArchive(live, key, repository);
  }

  /**
   * Ships all that is finished.
   *
   * @return how many segments have a remote copy now, or are encrypted where there is no such place
   */
  int ship() throws OpsException {
    awakenTimeout();
    try (var _ = repository.lockWal()) {
      archive().takeAll();
      int sent = 0;
      for (Path outgoing : repository.wal().outgoing()) {
        sent += send(outgoing);
      }
      return sent;
    }
  }

  /** As {@link #ship}, as far as that needs nothing but this machine. */
  void takeOut() throws OpsException {
    try (var _ = repository.lockWal()) {
      archive().takeAll();
    }
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
      archive().await(systemId, last);
    } catch (OpsException notRunning) {
      Poller.throwIfInterrupted();
      progress.warn("What was written last is not in the archive: " + notRunning.getMessage());
    }
    takeOut();
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
    ProcessResult outcome =
        Processes.run(live.program(Postgres.query(asleep)), Duration.ofSeconds(60));
    if (!outcome.isSuccess()) {
      progress.warn("The database does not answer; what it has archived is taken all the same.");
    }
  }

  private int send(Path outgoing) throws OpsException {
    List<Path> segments =
        Folders.in(outgoing).stream()
            .filter(each -> each.getFileName().toString().endsWith(WalStore.SUFFIX))
            .toList();
    if (segments.isEmpty()) {
      return 0;
    }
    if (remoteCopy.isSet()) {
      remoteCopy.putWal(outgoing, "--no-traverse");
    }
    Path folder = repository.wal().folder(outgoing.getFileName().toString());
    for (Path each : segments) {
      Private.move(each, folder.resolve(each.getFileName()));
    }
    return segments.size();
  }

  /** The segment at which restores to now would end, where there is a gap; warns of it. */
  Optional<String> gapAfter(Manifest base) throws OpsException {
    WalRange range = base.wal().orElseThrow();
    long timeline = WalSegment.of(range.first(), range.size()).orElseThrow().timeline();
    List<String> same =
        repository.wal().segments(base.systemId()).stream()
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
