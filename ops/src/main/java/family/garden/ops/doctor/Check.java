package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import java.util.List;

/** Looks at one thing and changes nothing. */
interface Check {
  /** One word, which the runbook explains. */
  String name();

  /**
   * Looks.
   *
   * @param seen what was seen of everything already
   * @throws Trouble where it cannot look
   */
  List<Finding> look(Settings settings, Seen seen) throws Trouble;
}
