package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.List;

/**
 * Whether nginx, PostgreSQL and Redis are those of the release that serves; a deploy leaves them.
 */
final class RenewalCheck implements Check {
  @Override
  public String name() {
    return "renewal";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) throws OpsException {
    List<String> older = new Deploys(settings, new Progress(System.err, true)).older();
    return older.isEmpty()
        ? List.of()
        : List.of(
            Finding.hint(
                name(),
                "what runs of %s is from another release than the one that serves"
                    .formatted(String.join(", ", older)),
                "\"bookingctl renew\", when nobody minds that the site is away for some seconds."));
  }
}
