package family.garden.ops.result;

import java.util.List;

/** The result of a verb, a record. */
public interface CommandResult {
  /** For a person at a terminal; a line each, the most important first. */
  List<String> lines();

  /** For a program: a record whose components are the JSON. */
  default Object json() {
    return this;
  }

  /** How the command ends with this result. */
  default ExitCode exitCode() {
    return ExitCode.DONE;
  }
}
