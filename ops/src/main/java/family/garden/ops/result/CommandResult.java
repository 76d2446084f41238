package family.garden.ops.result;

import java.util.List;

/** The result of a command, a record. */
public interface CommandResult {
  /** For a person at a terminal; a line each, the most important first. */
  List<String> lines();

  default Object json() {
    return this;
  }

  default ExitCode exitCode() {
    return ExitCode.DONE;
  }
}
