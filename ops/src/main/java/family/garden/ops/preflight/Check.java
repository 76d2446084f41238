package family.garden.ops.preflight;

import family.garden.ops.result.OpsException;

/** Looks at one thing and changes nothing. */
interface Check {
  String name();

  /**
   * Looks.
   *
   * @throws OpsException where it cannot look, which speaks against a deploy as well
   */
  Finding look() throws OpsException;
}
