package family.garden.ops.result;

/**
 * What was tried, why it failed, and what to do; the one root of all failures that are foreseen.
 * Everything else is a fault of this program.
 */
public final class OpsException extends Exception {
  private final ExitCode exitCode;

  private OpsException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Nothing was touched. */
  public static OpsException refused(String tried, String because, String advice) {
    return new OpsException(ExitCode.REFUSED, sentence(tried, because, advice));
  }

  /** All that was done is undone. */
  public static OpsException undone(String tried, String because, String advice) {
    return new OpsException(ExitCode.UNDONE, sentence(tried, because, advice));
  }

  /** Something is left that only a person can put right. */
  public static OpsException needsAPerson(String tried, String because, String advice) {
    return new OpsException(ExitCode.NEEDS_A_PERSON, sentence(tried, because, advice));
  }

  private static String sentence(String tried, String because, String advice) {
    // What ends with somebody else's words, a line each, has its own end.
    String end = because.endsWith("\n") ? "" : ". ";
    return "Tried to %s, failed because %s%s%s".formatted(tried, because, end, advice);
  }

  /** The same failure, seen by somebody who knows what it means for the whole. */
  public OpsException as(ExitCode other) {
    OpsException same = new OpsException(other, String.valueOf(getMessage()));
    same.initCause(this);
    return same;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
