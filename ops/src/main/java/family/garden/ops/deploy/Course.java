package family.garden.ops.deploy;

import family.garden.ops.notify.News;
import family.garden.ops.notify.Notifications;
import family.garden.ops.process.Patience;
import family.garden.ops.process.Undo;
import family.garden.ops.report.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the steps one after the other, and back again where one fails. */
final class Course {
  /** An engine that starts anew answers within this time. */
  private static final Duration PATIENCE_WITH_UNDO = Duration.ofSeconds(90);

  private final Attempt attempt;
  private final List<Step> steps;
  private boolean isFailedByItself;

  Course(Attempt attempt) {
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

  boolean isPastReturn() {
    return steps.get(at()).isPastReturn();
  }

  /**
   * Takes them from one on.
   *
   * @throws Trouble where one failed: all is undone, or a person is needed
   */
  Deployed take(int from) throws Trouble {
    int at = from;
    try {
      for (; at < steps.size(); at++) {
        take(steps.get(at));
      }
    } catch (Trouble e) {
      throw failed(at, e);
    } catch (RuntimeException e) {
      failed(at, Trouble.refused("go on", "of a fault in bookingctl: " + e, "Report it."));
      throw e;
    }
    return done();
  }

  private void take(Step step) throws Trouble {
    if (isPastReturn()) {
      // Too late to undo, and nearly done.
      Thread.interrupted();
    }
    Patience.throwIfInterrupted();
    attempt.progress().begin(step.tells(attempt));
    attempt.note(attempt.journal().begins(step.name()));
    long begun = System.nanoTime();
    try {
      step.run(attempt);
    } catch (Trouble e) {
      if (!step.isPastReturn() || !Thread.interrupted()) {
        throw e;
      }
      step.run(attempt);
    }
    attempt.note(attempt.journal().ends((System.nanoTime() - begun) / 1e9));
    attempt.progress().done();
  }

  private Trouble failed(int at, Trouble why) throws Trouble {
    isFailedByItself = !Thread.currentThread().isInterrupted();
    if (isPastReturn()) {
      Trouble half =
          Trouble.needsAPerson(
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
  Trouble undo(int from, Trouble why) throws Trouble {
    // Whoever pressed Ctrl-C wants this.
    Thread.interrupted();
    return Undo.call(() -> undone(from, why));
  }

  private Trouble undone(int from, Trouble why) throws Trouble {
    attempt.progress().begin("Undoing what was done");
    String words = "";
    Trouble left = null;
    for (int at = Math.min(from, steps.size() - 1); at >= 0; at--) {
      Step step = steps.get(at);
      if (step instanceof StartFresh || step instanceof StartAll) {
        words = LastWords.keep(attempt).map(" What it wrote is in %s."::formatted).orElse("");
      }
      try {
        undo(step);
      } catch (Trouble e) {
        left = left == null ? e : left;
      }
    }
    attempt.progress().end(left == null);
    String tried = attempt.journal().what().verb() + " " + version();
    if (left != null) {
      Trouble stuck =
          Trouble.needsAPerson(
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
      Trouble half =
          Trouble.needsAPerson(
              tried,
              "of this: " + inner(why),
              "Not all of it is undone: %s. The server of %s is as before.%s%s"
                  .formatted(remaining, version, words, settingsLeft()));
      tell(Notices.partlyUndone(attempt.journal().what(), version(), half, soFar()));
      return half;
    }
    Trouble undone =
        Trouble.undone(
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
      } catch (Trouble e) {
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

  private void undo(Step step) throws Trouble {
    Patience patience = new Patience(PATIENCE_WITH_UNDO, Duration.ofSeconds(1));
    while (true) {
      try {
        step.undo(attempt);
        return;
      } catch (Trouble e) {
        if (!patience.lookAgain()) {
          throw e;
        }
      }
    }
  }

  private Deployed done() throws Trouble {
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

  private HistoryEntry over(HistoryEntry.Ended ended, String why) throws Trouble {
    Journal journal = attempt.journal();
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
    Journal.remove(attempt.state());
    return entry;
  }

  private void tell(News news) {
    new Notifications(attempt.settings(), attempt.progress()).tell(news);
  }

  private Duration soFar() {
    return Duration.between(attempt.journal().began(), Instant.now());
  }

  /** To stand inside another sentence. */
  private static String inner(Trouble why) {
    return String.valueOf(why.getMessage()).replaceFirst("\\.\\s*$", "");
  }

  private String version() {
    return attempt.journal().release().version().text();
  }
}
