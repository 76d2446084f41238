package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of all checks.
 *
 * @param findings the urgent ones first
 * @param checks how many checks ran
 * @param unavailable what is there and could not be checked, and why
 * @param absent what this kind of machine does not have, and why it was not checked
 */
public record Diagnosis(
    List<Finding> findings, int checks, List<String> unavailable, List<String> absent)
    implements CommandResult {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(
          "%s %s: %s."
              .formatted(
                  finding.isUrgent() ? "WRONG" : "hint ", finding.check(), finding.message()));
      lines.add("      " + finding.advice());
    }
    lines.addAll(unchecked());
    if (findings.isEmpty()) {
      lines.add(
          unchecked().isEmpty()
              ? "%d checks found nothing wrong.".formatted(checks)
              : "The %d checks that could look found nothing.".formatted(checks));
    }
    return lines;
  }

  List<String> unchecked() {
    List<String> lines = new ArrayList<>();
    unavailable.forEach(why -> lines.add("Could not look at " + why));
    absent.forEach(why -> lines.add("Could not look at " + why));
    return lines;
  }

  @Override
  public ExitCode exitCode() {
    return unavailable.isEmpty() && findings.stream().noneMatch(Finding::isUrgent)
        ? ExitCode.DONE
        : ExitCode.NOT_WELL;
  }
}
