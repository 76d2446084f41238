package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.preflight.DeployRequest;
import family.garden.ops.preflight.Preflight;
import family.garden.ops.progress.Progress;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What all operations begin with: the lock, the recovery, the preflight, the plan. */
record DeployStarter(Settings settings, Progress progress) {
  /** A deploy, and a rollback above all, must not fail because of work that is soon done. */
  private static final Duration OTHERS_WORK = Duration.ofSeconds(30);

  /** Does work under the lock, after a killed deploy was finished or undone. */
  <T> T alone(String what, Lock.Work<T> work) throws OpsException {
    try (Lock _ = lock(what)) {
      settle();
      return work.run();
    }
  }

  Lock lock(String what) throws OpsException {
    // After a deploy under way the keeper may want something else.
    boolean isDeploying = Files.exists(DeployState.file(folder()));
    return Lock.await(folder().resolve("lock"), what, isDeploying ? Duration.ZERO : OTHERS_WORK);
  }

  /** Finishes or undoes what a killed deploy left; the lock must be held. */
  void settle() throws OpsException {
    // A history that cannot be read could not be added to at the end, when it is too late.
    new History(folder()).read();
    new DeployRecovery(settings, progress).settle();
  }

  Path folder() {
    return settings.places().state();
  }

  Deployed begin(Operation operation, StackState stack, Release release, String what)
      throws OpsException {
    return begin(operation, stack, release, Options.USUAL, Optional.empty(), what);
  }

  /** Runs the steps of an operation; the lock must be held. */
  Deployed begin(
      Operation operation,
      StackState stack,
      Release release,
      Options options,
      Optional<String> secret,
      String what)
      throws OpsException {
    stack.plan(operation, release).lines().forEach(progress::info);
    progress.step("Looking whether all is ready");
    DeployRequest request = stack.request(operation, release);
    (operation.keepsServer()
            ? Preflight.ofUpgrade(
                settings, request, stack.images().get(BackingService.DATABASE.setting()))
            : Preflight.of(settings, request))
        .expectWell(what);
    DeployState state =
        DeployState.beginning(
            new DeployPlan(
                operation,
                stack.newColour(operation),
                release,
                stack.live().release(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                stack.images(),
                stack.installed().of(stack.newColour(operation)),
                options.backup(),
                secret));
    DeployContext context = new DeployContext(settings, progress, state);
    if (operation == Operation.DEPLOY || operation == Operation.ROLLBACK) {
      // Afterwards services may differ from the settings, and then nothing could be remembered.
      new Applied(settings).rememberBefore(progress);
    }
    progress.touches();
    context.note(state);
    return new StepsRunner(context, Notices.to(settings, progress)).run(0);
  }
}
