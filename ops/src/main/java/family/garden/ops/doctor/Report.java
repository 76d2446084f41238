package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.status.StackStatus;
import family.garden.ops.status.Status;
import java.util.ArrayList;
import java.util.List;

/** Status and findings as Markdown, without secrets, to keep or to pass on. */
public record Report(StackStatus status, Diagnosis diagnosis) implements CommandResult {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# Booking, " + status.at());
    lines.add("");
    lines.add("```");
    lines.addAll(new Status(status).lines());
    lines.add("```");
    lines.add("");
    lines.add("## What is wrong");
    lines.add("");
    for (Finding finding : diagnosis.findings()) {
      lines.add(
          "- %s**%s**: %s. %s"
              .formatted(
                  finding.isUrgent() ? "" : "(hint) ",
                  finding.check(),
                  finding.message(),
                  finding.advice()));
    }
    if (diagnosis.findings().isEmpty()) {
      lines.add("Nothing that was looked at.");
    }
    diagnosis.unchecked().forEach(line -> lines.add("- " + line));
    return lines;
  }

  @Override
  public ExitCode exitCode() {
    return diagnosis.exitCode();
  }
}
