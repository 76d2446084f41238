package family.garden.ops.deploy;

import family.garden.ops.process.Poller;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Undoes the steps, the last one first, and says what could not be undone. */
record StepsUndo(DeployContext context, List<Step> steps, DeployListener listener) {
  /** An engine that restarts answers within this time. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /**
   * Undoes the steps from one back to the first.
   *
   * @param why what failed
   * @param failedStep the step that failed by itself; empty where it was interrupted
   * @return the failure as the keeper is to read it
   */
  OpsException run(int from, OpsException why, Optional<String> failedStep) throws OpsException {
    context.progress().begin("Undoing what was done");
    String log = "";
    @Nullable OpsException stuck = null;
    for (int at = from; at >= 0; at--) {
      Step step = steps.get(at);
      if (step instanceof StartNew || step instanceof StartAll) {
        log = FailedLogs.keep(context).map(" What it wrote is in %s."::formatted).orElse("");
      }
      try {
        undo(step);
      } catch (OpsException e) {
        stuck = stuck == null ? e : stuck;
      }
    }
    context.progress().end(stuck == null);
    DeployPlan plan = context.plan();
    String tried = plan.operation().attempt() + " " + plan.version();
    if (stuck != null) {
      return publish(
          DeployListener.Failure.NOT_UNDONE,
          OpsException.needsAPerson(
              tried,
              "%s. And it could not be undone: %s".formatted(why.clause(), stuck.clause()),
              "What served before still does. The next deploy, rollback or prune tries again."));
    }
    String remaining = remaining(from);
    HistoryEntry _ = context.end(HistoryEntry.Result.UNDONE, why.getMessage() + log, failedStep);
    context.logOut(context.oldColour());
    String before = plan.versionBefore().orElse("what served");
    if (!remaining.isEmpty()) {
      return publish(
          DeployListener.Failure.PARTLY_UNDONE,
          OpsException.needsAPerson(
              tried,
              "of this: " + why.clause(),
              "Not all of it is undone: %s. The server of %s is as before.%s%s"
                  .formatted(remaining, before, log, settingsLeft())));
    }
    return publish(
        DeployListener.Failure.UNDONE,
        OpsException.undone(
            tried,
            "of this: " + why.clause(),
            "All of it is undone; %s serves as before.%s%s"
                .formatted(before, log, settingsLeft())));
  }

  private OpsException publish(DeployListener.Failure how, OpsException failure) {
    Duration took = Duration.between(context.plan().startedAt(), Instant.now());
    listener.failed(how, context.plan(), failure, took);
    return failure;
  }

  /** What stays of the steps up to one, although they are undone; empty where nothing does. */
  private String remaining(int last) {
    List<String> remaining = new ArrayList<>();
    for (Step step : steps.subList(0, last + 1)) {
      try {
        remaining.addAll(step.remaining(context));
      } catch (OpsException e) {
        remaining.add(
            "nobody could see what stays of step %s: %s".formatted(step.name(), e.clause()));
      }
    }
    return String.join("; ", remaining);
  }

  /** settings.env is the keeper's file, so it stays as he wrote it. */
  private String settingsLeft() {
    if (!context.plan().operation().changesSettings()) {
      return "";
    }
    Applied applied = new Applied(context.settings());
    return " %s still has the new settings, and the next start of the machine would use them: put"
            .formatted(context.settings().file())
        + " the old ones back"
        + (applied.isKnown()
            ? ", which are in " + applied.file() + "."
            : "; then \"bookingctl apply\" brings them to all that runs.");
  }

  private void undo(Step step) throws OpsException {
    Poller poller = new Poller(LIMIT, Duration.ofSeconds(1));
    while (true) {
      try {
        step.undo(context);
        return;
      } catch (OpsException e) {
        if (!poller.lookAgain()) {
          throw e;
        }
      }
    }
  }
}
