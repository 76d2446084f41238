package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells systemd that Booking is started, as it is at each boot: the timers of backups and
 * certificates do nothing while its unit is not.
 */
final class StartUnit implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(16);
  private static final String UNIT = "booking.service";

  @Override
  public String name() {
    return "unit";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Starting " + UNIT;
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    if (!isBox(attempt.settings())) {
      return;
    }
    Processes.run(Command.of("systemctl", "start", UNIT), LIMIT)
        .expectSuccess("start " + UNIT, "See why: journalctl --unit " + UNIT + ".");
  }

  /** Whether the unit is about this very stack; on a development machine there is none. */
  private static boolean isBox(Settings settings) {
    return settings.file().equals(Settings.DEFAULT)
        && Files.exists(Path.of("/etc/systemd/system", UNIT));
  }

  /** Before the containers are taken down, so that it does not start them again. */
  @Override
  public void undo(DeployContext attempt) throws OpsException {
    if (isBox(attempt.settings())) {
      Processes.run(Command.of("systemctl", "stop", UNIT), LIMIT)
          .expectSuccess("stop " + UNIT, "See why: journalctl --unit " + UNIT + ".");
    }
  }
}
