package family.garden.ops.deploy;

import family.garden.ops.notify.Notification;
import family.garden.ops.notify.Notifications;
import family.garden.ops.process.Poller;
import family.garden.ops.process.Undo;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the steps one after the other, and back again where one fails. */
final class StepsRunner {
  /** An engine that starts anew answers within this time. */
  private static final Duration PATIENCE_WITH_UNDO = Duration.ofSeconds(90);

  private final DeployContext attempt;
  private final List<Step> steps;
  private boolean isFailedByItself;

  StepsRunner(DeployContext attempt) {
    this.attempt = attempt;
    this.steps = Steps.of(attempt.journal().what());
  }

  /** Where in the list the step is that the journal names. */
  int at() {
    return at(attempt.journal().step());
  }

  int at(String name) {
    for (int at = 0; at < steps.size(); at++) {
      if (steps.get(at).name().equals(name)) {
        return at;
      }
    }
    return 0;
  }

  boolean isPastPointOfNoReturn() {
    return steps.get(at()).isPastPointOfNoReturn();
  }

  /**
   * Takes them from one on.
   *
   * @throws OpsException where one failed: all is undone, or a person is needed
   */
  Deployed take(int from) throws OpsException {
    int at = from;
    try {
      for (; at < steps.size(); at++) {
        take(steps.get(at));
      }
    } catch (OpsException e) {
      throw failed(at, e);
    } catch (RuntimeException e) {
      failed(at, OpsException.refused("go on", "of a fault in bookingctl: " + e, "Report it."));
      throw e;
    }
    return done();
  }

  private void take(Step step) throws OpsException {
    if (isPastPointOfNoReturn()) {
      // Too late to undo, and nearly done.
      Thread.interrupted();
    }
    Poller.throwIfInterrupted();
    attempt.progress().begin(step.describe(attempt));
    attempt.note(attempt.journal().begins(step.name()));
    long begun = System.nanoTime();
    try {
      step.run(attempt);
    } catch (OpsException e) {
      if (!step.isPastPointOfNoReturn() || !Thread.interrupted()) {
        throw e;
      }
      step.run(attempt);
    }
    attempt.note(attempt.journal().ends((System.nanoTime() - begun) / 1e9));
    attempt.progress().done();
  }

  private OpsException failed(int at, OpsException why) throws OpsException {
    isFailedByItself = !Thread.currentThread().isInterrupted();
    if (isPastPointOfNoReturn()) {
      OpsException half =
          OpsException.needsAPerson(
              "finish " + Notices.tried(attempt.journal().what(), version()),
              "of step %s: %s".formatted(attempt.journal().step(), inner(why)),
              "%s serves. The next deploy, rollback or prune finishes this.".formatted(version()));
      tell(Notices.half(attempt.journal().what(), version(), half, soFar()));
      return half;
    }
    attempt.progress().failed();
    attempt.progress().info(String.valueOf(why.getMessage()));
    return undo(at, why);
  }

  /** Goes back from a step to the beginning; whoever was killed while at it can do it again. */
  OpsException undo(int from, OpsException why) throws OpsException {
    // Whoever pressed Ctrl-C wants this.
    Thread.interrupted();
    return Undo.call(() -> undone(from, why));
  }

  private OpsException undone(int from, OpsException why) throws OpsException {
    attempt.progress().begin("Undoing what was done");
    String words = "";
    OpsException left = null;
    for (int at = Math.min(from, steps.size() - 1); at >= 0; at--) {
      Step step = steps.get(at);
      if (step instanceof StartNew || step instanceof StartAll) {
        words = FailedLogs.keep(attempt).map(" What it wrote is in %s."::formatted).orElse("");
      }
      try {
        undo(step);
      } catch (OpsException e) {
        left = left == null ? e : left;
      }
    }
    attempt.progress().end(left == null);
    String tried = attempt.journal().what().verb() + " " + version();
    if (left != null) {
      OpsException stuck =
          OpsException.needsAPerson(
              tried,
              "%s. And it could not be undone: %s".formatted(inner(why), inner(left)),
              "What served before still does. The next deploy, rollback or prune tries again.");
      tell(Notices.stuck(attempt.journal().what(), version(), stuck, soFar()));
      return stuck;
    }
    String remaining = remaining(from);
    over(HistoryEntry.Ended.UNDONE, why.getMessage() + words);
    attempt.logOut(attempt.old());
    String version = attempt.journal().before().map(r -> r.version().text()).orElse("what served");
    if (!remaining.isEmpty()) {
      OpsException half =
          OpsException.needsAPerson(
              tried,
              "of this: " + inner(why),
              "Not all of it is undone: %s. The server of %s is as before.%s%s"
                  .formatted(remaining, version, words, settingsLeft()));
      tell(Notices.partlyUndone(attempt.journal().what(), version(), half, soFar()));
      return half;
    }
    OpsException undone =
        OpsException.undone(
            tried,
            "of this: " + inner(why),
            "All of it is undone; %s serves as before.%s%s"
                .formatted(version, words, settingsLeft()));
    tell(Notices.undone(attempt.journal().what(), version(), undone, soFar()));
    return undone;
  }

  /** What stays of the steps up to one, although they are undone; empty where nothing does. */
  private String remaining(int from) {
    List<String> remaining = new ArrayList<>();
    for (Step step : steps.subList(0, Math.min(from + 1, steps.size()))) {
      try {
        remaining.addAll(step.remaining(attempt));
      } catch (OpsException e) {
        remaining.add(
            "nobody could see what stays of step %s: %s".formatted(step.name(), inner(e)));
      }
    }
    return String.join("; ", remaining);
  }

  /** The file is the keeper's, so it stays as he wrote it. */
  private String settingsLeft() {
    Applied applied = new Applied(attempt.settings());
    return switch (attempt.journal().what()) {
      case APPLY, APPLY_PARTS ->
          " %s still has the new settings, and the next start of the machine would use them: put"
                  .formatted(attempt.settings().file())
              + " the old ones back"
              + (applied.isKnown()
                  ? ", which are in " + applied.file() + "."
                  : "; then \"bookingctl apply\" brings them to all that runs.");
      default -> "";
    };
  }

  private void undo(Step step) throws OpsException {
    Poller poller = new Poller(PATIENCE_WITH_UNDO, Duration.ofSeconds(1));
    while (true) {
      try {
        step.undo(attempt);
        return;
      } catch (OpsException e) {
        if (!poller.lookAgain()) {
          throw e;
        }
      }
    }
  }

  private Deployed done() throws OpsException {
    HistoryEntry entry = over(HistoryEntry.Ended.DONE, "");
    new Applied(attempt.settings()).remember(attempt.progress());
    attempt.logOut(attempt.fresh());
    Deployed deployed =
        new Deployed(
            entry.what(),
            entry.from(),
            entry.to(),
            attempt.fresh(),
            true,
            Duration.between(entry.began(), entry.finished()));
    tell(Notices.done(deployed));
    return deployed;
  }

  private HistoryEntry over(HistoryEntry.Ended ended, String why) throws OpsException {
    DeployState journal = attempt.journal();
    HistoryEntry entry =
        new HistoryEntry(
            journal.began(),
            Instant.now(),
            journal.what(),
            journal.before().map(release -> release.version().text()),
            version(),
            ended,
            why,
            journal.seconds(),
            isFailedByItself ? Optional.of(journal.step()) : Optional.empty());
    new History(attempt.state()).add(entry);
    DeployState.remove(attempt.state());
    return entry;
  }

  private void tell(Notification news) {
    new Notifications(attempt.settings(), attempt.progress()).tell(news);
  }

  private Duration soFar() {
    return Duration.between(attempt.journal().began(), Instant.now());
  }

  /** To stand inside another sentence. */
  private static String inner(OpsException why) {
    return String.valueOf(why.getMessage()).replaceFirst("\\.\\s*$", "");
  }

  private String version() {
    return attempt.journal().release().version().text();
  }
}
