package family.garden.ops.preflight;

import family.garden.ops.check.Check;
import family.garden.ops.check.Finding;
import family.garden.ops.result.OpsException;

/** A check before a deploy: an urgent finding speaks against it. */
interface DeployCheck extends Check {
  /**
   * Looks at it.
   *
   * @throws OpsException where it cannot look, which speaks against the deploy as well
   */
  Finding look() throws OpsException;
}
