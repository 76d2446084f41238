package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.database.Fingerprint;
import family.garden.ops.disk.Lock;
import family.garden.ops.process.Processes;
import family.garden.ops.process.Undo;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database back: recovers it in a container of its own beside the one that still serves,
 * looks at it, and only then exchanges the two. The old data is set aside, never deleted.
 */
public final class Restore implements AutoCloseable {
  private final Settings settings;
  private final LiveDatabase live;
  private final Progress progress;
  private final RestorePlanner planner;
  private final DatabaseRestorer restorer;
  private final DataExchange exchange;
  private final Lock lock;

  Restore(
      Settings settings,
      LiveDatabase live,
      Progress progress,
      RestorePlanner planner,
      DatabaseRestorer restorer,
      Lock lock) {
    this.settings = settings;
    this.live = live;
    this.progress = progress;
    this.planner = planner;
    this.restorer = restorer;
    this.exchange = new DataExchange(live, progress);
    this.lock = lock;
  }

  /**
   * Finds the way; nothing is changed but what is fetched from the remote copy.
   *
   * @param to a moment, the id of a backup, or null for as late as there is
   */
  public RestorePlan plan(@Nullable String to) throws OpsException {
    return planner.plan(to);
  }

  public Restored run(RestorePlan plan) throws OpsException {
    String image = live.image();
    restorer.expectSound(plan.backup(), image);
    if (!live.hasVolume("database")) {
      progress.step("Making the volume of the database");
      Processes.run(live.engine().compose("create", LiveDatabase.SERVICE), Duration.ofMinutes(10))
          .expectSuccess("make the volume of the database", "See whether the engine works.");
    }
    ScratchDatabase scratch =
        new ScratchDatabase(
            settings,
            image,
            settings.stack() + "-restore",
            live.volume("database"),
            DataExchange.NEW,
            ScratchDatabase.Use.KEPT);
    live.removeSandboxes();
    Fingerprint there;
    try {
      there = prepare(plan, scratch);
    } catch (OpsException wrong) {
      Undo.run(() -> exchange.backOut(scratch, plan));
      throw plan.isServedUntilEnd() ? wrong : wrong.as(ExitCode.UNDONE);
    } catch (RuntimeException fault) {
      Undo.run(() -> exchange.backOut(scratch, plan));
      throw fault;
    }
    exchange.exchange(scratch, plan.aside());
    return new Restored(
        plan.moment(),
        plan.backup().id(),
        there.tables(),
        there.rows(),
        plan.aside(),
        progress.elapsed().toSeconds());
  }

  /** All that can be done while the old data is where it is. */
  private Fingerprint prepare(RestorePlan plan, ScratchDatabase scratch) throws OpsException {
    if (plan.isAllOfIt()) {
      progress.step("Stopping the servers");
      exchange.stop("server-blue", "server-green");
    }
    DataExchange.clear(scratch);
    progress.step("Restoring " + plan.moment() + " beside what is there");
    if (plan.backup().type() == BackupType.DUMP) {
      restorer.restoreDump(plan.backup(), scratch);
    } else {
      recover(plan, scratch);
    }
    progress.step("Looking at what was restored");
    if (plan.isExact()) {
      restorer.compare(plan.backup(), scratch);
    }
    // The secrets of this machine may be newer than the backup.
    scratch.letIn(live.servicePassword());
    Fingerprint there = scratch.fingerprint();
    progress.step("Ending it in order");
    scratch.stop();
    scratch.close();
    return there;
  }

  /** PostgreSQL refuses a moment after which nothing was written: then the end is that moment. */
  private void recover(RestorePlan plan, ScratchDatabase scratch) throws OpsException {
    try {
      restorer.restoreBase(plan.backup(), scratch, plan.chain().segments(), plan.target());
    } catch (OpsException early) {
      if (plan.isExact() || !ScratchDatabase.isTargetNotReached(early)) {
        throw early;
      }
      progress.info("Nothing is in the WAL after that moment: restoring as late as there is");
      scratch.close();
      DataExchange.clear(scratch);
      restorer.restoreBase(
          plan.backup(), scratch, plan.chain().segments(), new RecoveryTarget.Latest());
    }
  }

  @Override
  public void close() throws OpsException {
    lock.close();
  }
}
