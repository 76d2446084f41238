package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.recovery.Authority;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The first release on an empty machine: everything starts, and the new server is the only one. */
final class StartAll implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "start-all";
  }

  @Override
  public String describe(DeployContext context) {
    return "Starting everything for the first time";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    DeployPlan plan = context.plan();
    Path live = context.settings().places().live();
    try {
      Files.createDirectories(live);
    } catch (IOException e) {
      throw OpsException.refused("make " + live, e.toString(), "See whether the disk is full.");
    }
    context.images().write(ImagesFile.first(context.newColour(), plan.release()));
    context.toSwitch().to(context.newColour());
    context.changeInstalled(
        installed ->
            installed
                .bringing(context.newColour(), plan.release())
                .migrated(plan.release().schema()));
    bringBackAuthority(context);
    context.run(
        context.engine().compose("up", "--detach", context.newColour().service(), "proxy"),
        LIMIT,
        "start everything",
        "See what the engine says of it.");
  }

  /** A recovery sheet brought it: the one that devices trust, in place of a new one. */
  private static void bringBackAuthority(DeployContext context) throws OpsException {
    Path file = Authority.broughtBack(context.settings());
    Optional<String> authority = Durable.read(file);
    if (authority.isPresent()) {
      context.run(
          context
              .engine()
              .compose("run", "--rm", "--no-TTY", Drift.CERTIFICATES, "take-authority")
              .withInput(authority.get()),
          LIMIT,
          "bring back the authority that devices trust, from " + file,
          "Remove that file to have a new one made, which each device must trust anew.");
    }
  }

  /** The data stays: it may be older than this deploy. */
  @Override
  public void undo(DeployContext context) throws OpsException {
    if (!context.images().read().isEmpty()) {
      context.run(
          context.engine().compose("down"), LIMIT, "stop everything", "Is the engine started?");
    }
    Durable.remove(context.images().path());
    context.changeInstalled(installed -> installed.with(context.newColour(), Optional.empty()));
  }
}
