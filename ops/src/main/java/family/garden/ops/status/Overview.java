package family.garden.ops.status;

import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** The status and the most useful next step. */
public record Overview(StackStatus status) implements CommandResult {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(new Status(status).lines());
    lines.add("");
    lines.add("Next: " + next());
    return lines;
  }

  @Override
  public Object json() {
    return status;
  }

  @Override
  public ExitCode exitCode() {
    return new Status(status).exitCode();
  }

  /** One step, the most urgent one. */
  String next() {
    if (status.containers().isEmpty()
        && status.unavailable().isEmpty()
        && status.history().isEmpty()) {
      return "\"bookingctl deploy\" brings the first release.";
    }
    if (exitCode() != ExitCode.DONE || !status.unavailable().isEmpty()) {
      return "\"bookingctl doctor\" says what is wrong and what to do.";
    }
    if (status.lastBackup().isEmpty()) {
      return "\"bookingctl backup create --base\" makes the first backup.";
    }
    if (status
        .lastDeploy()
        .filter(last -> last.result() == HistoryEntry.Result.UNDONE)
        .isPresent()) {
      return "\"bookingctl releases\" says why the last deploy was undone.";
    }
    return "nothing to do; \"bookingctl doctor\" looks closer, \"bookingctl help\" lists the"
        + " commands.";
  }
}
