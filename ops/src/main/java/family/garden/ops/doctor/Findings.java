package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what a check finds. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  List<Finding> all() {
    return all;
  }

  void addAll(List<Finding> more) {
    all.addAll(more);
  }

  /**
   * The keeper should know it, and the site does not suffer.
   *
   * @param advice what to do; a command in it stands in double quotes and works as it is written
   */
  void hint(String message, String advice) {
    all.add(Finding.hint(message, advice));
  }

  /** It harms the site, or will soon; otherwise as {@link #hint}. */
  void urgent(String message, String advice) {
    all.add(Finding.urgent(message, advice));
  }

  /** Urgent or a hint. */
  void add(boolean isUrgent, String message, String advice) {
    all.add(isUrgent ? Finding.urgent(message, advice) : Finding.hint(message, advice));
  }
}
