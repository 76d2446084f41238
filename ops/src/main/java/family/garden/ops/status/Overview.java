package family.garden.ops.status;

import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** The status, and what the keeper will likely want to do next. */
public record Overview(StackStatus seen) implements CommandResult {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(new Status(seen).lines());
    lines.add("");
    lines.add("Next: " + next());
    return lines;
  }

  @Override
  public Object json() {
    return seen;
  }

  @Override
  public ExitCode exitCode() {
    return new Status(seen).exitCode();
  }

  /** One step, the most urgent one. */
  String next() {
    if (seen.parts().isEmpty() && seen.blind().isEmpty() && seen.history().isEmpty()) {
      return "\"bookingctl deploy\" brings the first release.";
    }
    if (exitCode() != ExitCode.DONE || !seen.blind().isEmpty()) {
      return "\"bookingctl doctor\" says what is wrong and what to do.";
    }
    if (seen.lastBackup().isEmpty()) {
      return "\"bookingctl backup create --base\" makes the first backup.";
    }
    if (seen.lastDeploy().filter(last -> last.result() == HistoryEntry.Result.UNDONE).isPresent()) {
      return "\"bookingctl releases\" says why the last deploy was undone.";
    }
    return "nothing is to be done; \"bookingctl doctor\" looks closer, \"bookingctl help\" shows"
        + " what there is.";
  }
}
