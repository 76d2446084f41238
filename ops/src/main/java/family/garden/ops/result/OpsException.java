package family.garden.ops.result;

/**
 * Says what was tried, why it failed and what to do. Every foreseen failure is one of these; any
 * other exception is a fault in bookingctl.
 */
public final class OpsException extends Exception {
  private final ExitCode exitCode;

  private OpsException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Nothing was changed. */
  public static OpsException refused(String tried, String because, String advice) {
    return new OpsException(ExitCode.REFUSED, sentence(tried, because, advice));
  }

  /** All changes were undone. */
  public static OpsException undone(String tried, String because, String advice) {
    return new OpsException(ExitCode.UNDONE, sentence(tried, because, advice));
  }

  /** Something is left that only a person can put right. */
  public static OpsException needsAPerson(String tried, String because, String advice) {
    return new OpsException(ExitCode.NEEDS_A_PERSON, sentence(tried, because, advice));
  }

  private static String sentence(String tried, String because, String advice) {
    // The lines of another program end with a line feed and need no full stop.
    String end = because.endsWith("\n") ? "" : ". ";
    return "Tried to %s, failed because %s%s%s".formatted(tried, because, end, advice);
  }

  /** The same failure with another exit code. */
  public OpsException as(ExitCode other) {
    OpsException same = new OpsException(other, String.valueOf(getMessage()));
    same.initCause(this);
    return same;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
