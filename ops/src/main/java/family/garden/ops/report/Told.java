package family.garden.ops.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** The result of a verb, a record: its components are its JSON. */
public interface Told {
  /** For a person at a terminal; a line each, the most important first. */
  @JsonIgnore
  List<String> lines();

  /** How the command ends with this result. */
  @JsonIgnore
  default ExitCode exitCode() {
    return ExitCode.DONE;
  }
}
