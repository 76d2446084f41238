package family.garden.ops.process;

import family.garden.ops.result.OpsException;

/**
 * How a command ended.
 *
 * @param code 0 to 255; 128 and more where a signal ended it
 * @param stdout its standard output
 * @param stderr its standard error
 */
public record ProcessResult(Command command, int code, String stdout, String stderr) {
  public boolean isSuccess() {
    return code == 0;
  }

  /**
   * The standard output without the line feed at its end.
   *
   * @param tried what the command was for, as in "Tried to …"
   * @throws OpsException if the exit code is not 0
   */
  public String expectSuccess(String tried, String advice) throws OpsException {
    if (!isSuccess()) {
      throw OpsException.refused(tried, failure(), advice);
    }
    return stdout.stripTrailing();
  }

  /** All output, indented for a list below a line that ends with a colon. */
  public String indentedOutput() {
    return (stdout + stderr).strip().replace("\n", "\n  ");
  }

  /** A message with the last lines of its standard error, or else of its standard output. */
  public String failure() {
    String all = stderr.isBlank() ? stdout : stderr;
    String[] lines = all.strip().split("\n", -1);
    int from = Math.max(0, lines.length - 8);
    String last = String.join("\n  ", java.util.Arrays.copyOfRange(lines, from, lines.length));
    return "\"%s\" ended with %d: %s".formatted(command, code, last);
  }
}
