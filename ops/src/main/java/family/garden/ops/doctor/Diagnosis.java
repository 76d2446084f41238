package family.garden.ops.doctor;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was found.
 *
 * @param findings the urgent ones first
 * @param checks how many could look
 * @param blind what could not be looked at though it is there, and why
 * @param absent what a machine of this kind does not have, and why it was not looked at
 */
public record Diagnosis(List<Finding> findings, int checks, List<String> blind, List<String> absent)
    implements CommandResult {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(
          "%s %s: %s."
              .formatted(finding.urgent() ? "WRONG" : "hint ", finding.check(), finding.what()));
      lines.add("      " + finding.advice());
    }
    lines.addAll(unseen());
    if (findings.isEmpty()) {
      lines.add(
          unseen().isEmpty()
              ? "%d checks found nothing wrong.".formatted(checks)
              : "The %d checks that could look found nothing.".formatted(checks));
    }
    return lines;
  }

  /** What could not be looked at, a line each. */
  List<String> unseen() {
    List<String> lines = new ArrayList<>();
    blind.forEach(why -> lines.add("Could not look at " + why));
    absent.forEach(why -> lines.add("Could not look at " + why));
    return lines;
  }

  @Override
  public ExitCode exitCode() {
    return blind.isEmpty() && findings.stream().noneMatch(Finding::urgent)
        ? ExitCode.DONE
        : ExitCode.NOT_WELL;
  }
}
