package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.ServiceUpgrades;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.List;

/**
 * Whether nginx, PostgreSQL and Redis are those of the release that serves; a deploy leaves them.
 */
final class UpgradeCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    List<String> older = new ServiceUpgrades(settings, new Progress(System.err, true)).outdated();
    if (!older.isEmpty()) {
      found.hint(
          "what runs of %s is from another release than the one that serves"
              .formatted(String.join(", ", older)),
          "\"bookingctl upgrade-services\", when nobody minds that the site is away for some seconds.");
    }
  }
}
