package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.release.Release;
import family.garden.ops.release.Release.Schema;
import java.util.Optional;

/**
 * Whether both servers work on the schema after the deploy: the new one, and the running one, which
 * goes on serving while the new one starts and may be needed for a rollback.
 */
record SchemaFits(DeployRequest request) implements DeployCheck {
  @Override
  public Finding look() {
    Schema brought = request.release().schema();
    Schema after =
        request.schema().filter(now -> now.version() > brought.version()).orElse(brought);
    Optional<Release> running = request.running();
    if (running.isPresent() && !after.carries(running.get().schema())) {
      return urgent(
          "%s knows schema %d, and would not work on schema %d of %s, which needs %d or newer"
              .formatted(
                  running.get().version(),
                  running.get().schema().version(),
                  after.version(),
                  request.release().version(),
                  after.worksFrom().orElseThrow()),
          "Deploy a release in between first.");
    }
    if (!after.carries(brought)) {
      return urgent(
          "%s knows schema %d, and the data is of schema %d, which needs %d or newer"
              .formatted(
                  request.release().version(),
                  brought.version(),
                  after.version(),
                  after.worksFrom().orElseThrow()),
          "Deploy a newer release, or restore the backup from before.");
    }
    return ok("both versions work on schema " + after.version());
  }
}
