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
  public String describe(DeployContext attempt) {
    return "Starting everything for the first time";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    DeployState journal = attempt.journal();
    Path live = attempt.settings().places().live();
    try {
      Files.createDirectories(live);
    } catch (IOException e) {
      throw OpsException.refused("make " + live, e.toString(), "See whether the disk is full.");
    }
    attempt.images().write(ImagesFile.first(attempt.fresh(), journal.release()));
    attempt.toSwitch().to(attempt.fresh());
    Installed.read(attempt.state())
        .bringing(attempt.fresh(), journal.release())
        .migrated(journal.release().schema())
        .write(attempt.state());
    bringBackAuthority(attempt);
    attempt.run(
        attempt.engine().compose("up", "--detach", attempt.fresh().service(), "proxy"),
        LIMIT,
        "start everything",
        "See what the engine says of it.");
  }

  /** A recovery sheet brought it: the one that devices trust, in place of a new one. */
  private static void bringBackAuthority(DeployContext attempt) throws OpsException {
    Path file = Authority.broughtBack(attempt.settings());
    Optional<String> authority = Durable.read(file);
    if (authority.isPresent()) {
      attempt.run(
          attempt
              .engine()
              .compose("run", "--rm", "--no-TTY", Drift.CERTIFICATES, "take-authority")
              .withInput(authority.get()),
          LIMIT,
          "bring back the authority that devices trust, from " + file,
          "Remove that file to have a new one made, which each device must trust anew.");
    }
  }

  /** The data stays: it may be older than this attempt. */
  @Override
  public void undo(DeployContext attempt) throws OpsException {
    if (!attempt.images().read().isEmpty()) {
      attempt.run(
          attempt.engine().compose("down"), LIMIT, "stop everything", "Is the engine started?");
    }
    Durable.remove(attempt.images().path());
    Installed.read(attempt.state()).with(attempt.fresh(), Optional.empty()).write(attempt.state());
  }
}
