package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.result.OpsException;

/** A check before a deploy: an urgent finding speaks against it. */
interface DeployCheck {
  /** Looks at it; a check that cannot look speaks against the deploy as well. */
  Finding look() throws OpsException;

  default Finding ok(String message) {
    return Finding.ok(message);
  }

  default Finding urgent(String message, String advice) {
    return Finding.urgent(message, advice);
  }
}
