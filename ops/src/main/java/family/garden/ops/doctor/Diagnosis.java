package family.garden.ops.doctor;

import family.garden.ops.report.ExitCode;
import family.garden.ops.report.Told;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was found.
 *
 * @param findings the urgent ones first
 * @param checks how many looked
 * @param blind what could not be looked at, and why
 */
public record Diagnosis(List<Finding> findings, int checks, List<String> blind) implements Told {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(
          "%s %s: %s."
              .formatted(finding.urgent() ? "WRONG" : "hint ", finding.check(), finding.what()));
      lines.add("      " + finding.advice());
    }
    blind.forEach(why -> lines.add("Not seen: " + why));
    if (findings.isEmpty()) {
      lines.add("%d checks found nothing wrong.".formatted(checks - blind.size()));
    }
    return lines;
  }

  @Override
  public ExitCode exitCode() {
    return blind.isEmpty() && findings.stream().noneMatch(Finding::urgent)
        ? ExitCode.DONE
        : ExitCode.NOT_WELL;
  }
}
