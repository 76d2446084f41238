package family.garden.ops.doctor;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.status.StackStatus;
import family.garden.ops.status.Status;
import java.util.ArrayList;
import java.util.List;

/** How it is and what is wrong, as Markdown, to keep or to hand to somebody; no secrets in it. */
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
                  finding.urgent() ? "" : "(hint) ",
                  finding.check(),
                  finding.what(),
                  finding.advice()));
    }
    if (diagnosis.findings().isEmpty()) {
      lines.add("Nothing that was looked at.");
    }
    diagnosis.unseen().forEach(line -> lines.add("- " + line));
    return lines;
  }

  @Override
  public ExitCode exitCode() {
    return diagnosis.exitCode();
  }
}
