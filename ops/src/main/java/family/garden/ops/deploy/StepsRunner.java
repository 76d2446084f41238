package family.garden.ops.deploy;

import family.garden.ops.process.Poller;
import family.garden.ops.process.Undo;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs the steps one after the other, and undoes them where one fails. */
final class StepsRunner {
  private final DeployContext context;
  private final DeployListener listener;
  private final List<Step> steps;

  StepsRunner(DeployContext context, DeployListener listener) {
    this.context = context;
    this.listener = listener;
    this.steps = Steps.of(context.plan().operation());
  }

  /** The place of the step that began last. */
  int at() {
    return Steps.at(context.plan().operation(), context.state().step());
  }

  boolean isPastPointOfNoReturn() {
    return steps.get(at()).isPastPointOfNoReturn();
  }

  /** Runs the steps from one on; where one fails, undoes them or says that a person must act. */
  Deployed run(int from) throws OpsException {
    int at = from;
    try {
      for (; at < steps.size(); at++) {
        run(steps.get(at));
      }
    } catch (OpsException e) {
      throw failed(at, e);
    } catch (RuntimeException e) {
      failed(at, OpsException.refused("go on", "of a fault in bookingctl: " + e, "Report it."));
      throw e;
    }
    return done();
  }

  private void run(Step step) throws OpsException {
    if (isPastPointOfNoReturn()) {
      // Too late to undo, and nearly done.
      Thread.interrupted();
    }
    Poller.throwIfInterrupted();
    context.progress().begin(step.describe(context));
    context.note(context.state().begins(step.name()));
    long begun = System.nanoTime();
    try {
      step.run(context);
    } catch (OpsException e) {
      if (!step.isPastPointOfNoReturn() || !Thread.interrupted()) {
        throw e;
      }
      step.run(context);
    }
    context.note(context.state().ends((System.nanoTime() - begun) / 1e9));
    context.progress().done();
  }

  private OpsException failed(int at, OpsException why) throws OpsException {
    boolean isByItself = !Thread.currentThread().isInterrupted();
    DeployPlan plan = context.plan();
    String step = context.state().step();
    if (isPastPointOfNoReturn()) {
      OpsException unfinished =
          OpsException.needsAPerson(
              "finish " + Notices.tried(plan.operation(), plan.version()),
              "of step %s: %s".formatted(step, why.clause()),
              "%s serves. The next deploy, rollback or prune finishes this."
                  .formatted(plan.version()));
      listener.failed(
          DeployListener.Failure.UNFINISHED,
          plan,
          unfinished,
          Duration.between(plan.startedAt(), Instant.now()));
      return unfinished;
    }
    context.progress().failed();
    context.progress().info(why.getMessage());
    return undo(at, why, isByItself ? Optional.of(step) : Optional.empty());
  }

  /** Undoes the steps from one back to the first; it can be repeated after a kill. */
  OpsException undo(int from, OpsException why, Optional<String> failedStep) throws OpsException {
    // Ctrl-C is the reason for this undo, and must not interrupt it.
    Thread.interrupted();
    return Undo.call(() -> new StepsUndo(context, steps, listener).run(from, why, failedStep));
  }

  private Deployed done() throws OpsException {
    HistoryEntry entry = context.end(HistoryEntry.Result.DONE, "", Optional.empty());
    new Applied(context.settings()).remember(context.progress());
    context.logOut(context.newColour());
    Deployed deployed =
        new Deployed(
            entry.operation(),
            entry.from(),
            entry.to(),
            context.newColour(),
            true,
            Duration.between(entry.startedAt(), entry.finishedAt()));
    listener.done(deployed);
    return deployed;
  }
}
