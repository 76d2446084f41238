package family.garden.ops.backup;

import family.garden.ops.database.Postgres;
import family.garden.ops.process.Processes;
import family.garden.ops.process.Undo;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.Optional;

/** Puts the restored data in the place of the old, which it sets aside and never deletes. */
record DataExchange(LiveDatabase live, Progress progress) {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Where a database is restored, beside the live one in the same volume. */
  static final String NEW = Postgres.DATA + ".restoring";

  /**
   * Stops the stack, exchanges the two, and starts it again.
   *
   * @param scratch which is stopped
   * @param aside the name of the folder for the old data; empty where there is none
   * @throws OpsException if that failed; the old data is in its place again unless it says
   *     otherwise
   */
  void exchange(ScratchDatabase scratch, Optional<String> aside) throws OpsException {
    String old = Postgres.HOME + "/" + aside.orElse("17.before");
    try {
      progress.step("Stopping the servers and the database");
      stop("server-blue", "server-green", "database", "cache");
      progress.step("Exchanging the data");
      scratch
          .tool(
              "sh",
              "-euc",
              "[ ! -e \"$0\" ] || mv \"$0\" \"$1\"; mv \"$2\" \"$0\"; rm -rf \"$2-wal\"; sync",
              Postgres.DATA,
              old,
              NEW)
          .expectSuccess("exchange the data", "See whether the disk is read-only.");
      start();
    } catch (OpsException wrong) {
      Undo.run(() -> undo(scratch, old));
      throw wrong.as(ExitCode.UNDONE);
    } catch (RuntimeException fault) {
      Undo.run(() -> undo(scratch, old));
      throw fault;
    }
  }

  private void undo(ScratchDatabase scratch, String old) throws OpsException {
    undo(
        "Putting the old data back",
        () -> {
          stop("server-blue", "server-green", "database");
          scratch
              .tool(
                  "sh",
                  "-euc",
                  "[ ! -e \"$1\" ] || { [ ! -e \"$0\" ] || mv \"$0\" \"$1.failed\"; mv \"$1\" \"$0\"; }; sync",
                  Postgres.DATA,
                  old)
              .expectSuccess(
                  "put the old data back", "It is " + old + " in the volume; name it 17.");
          start();
          clear(scratch);
        });
  }

  /** Undoes what a restore did before the exchange; the site serves as before. */
  void backOut(ScratchDatabase scratch, RestorePlan plan) throws OpsException {
    undo(
        "Undoing what was done",
        () -> {
          clear(scratch);
          if (!plan.isServedUntilEnd()) {
            start();
          }
        });
  }

  private void undo(String what, Undo.Deed deed) throws OpsException {
    progress.undoes(what);
    try {
      // The last program of what is undone may still run.
      live.removeSandboxes();
      deed.run();
      progress.stepDone();
    } catch (OpsException worse) {
      progress.failed();
      throw worse.as(ExitCode.NEEDS_A_PERSON);
    }
  }

  void stop(String... services) throws OpsException {
    Processes.run(live.engine().compose("stop").with(services), LIMIT)
        .expectSuccess("stop the stack", "Nothing was exchanged; start it again.");
  }

  private void start() throws OpsException {
    progress.step("Starting everything");
    Processes.run(live.engine().composeAsDeployed("up", "--detach", "--wait"), LIMIT)
        .expectSuccess(
            "start the stack on what was restored", "The old data is in its place again.");
  }

  /** Deletes what a restore left unfinished. */
  static void clear(ScratchDatabase scratch) throws OpsException {
    scratch
        .tool("rm", "-rf", NEW, NEW + ".new", NEW + "-wal")
        .expectSuccess("clear away an unfinished restore", "See whether the disk is read-only.");
  }
}
