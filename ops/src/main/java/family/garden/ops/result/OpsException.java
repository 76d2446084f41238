package family.garden.ops.result;

/**
 * Says what was tried, why it failed and what to do. Every foreseen failure is one of these; any
 * other exception is a fault in bookingctl.
 */
public final class OpsException extends Exception {
  private final ExitCode exitCode;
  private final String tried;
  private final String because;
  private final String advice;

  private OpsException(ExitCode exitCode, String tried, String because, String advice) {
    // A reason that ends with the lines of another program has its own end.
    super(failure(tried, because) + (because.endsWith("\n") ? "" : ". ") + advice);
    this.exitCode = exitCode;
    this.tried = tried;
    this.because = because;
    this.advice = advice;
  }

  private static String failure(String tried, String because) {
    return "Tried to %s, failed because %s".formatted(tried, because);
  }

  /** Nothing was changed. */
  public static OpsException refused(String tried, String because, String advice) {
    return new OpsException(ExitCode.REFUSED, tried, because, advice);
  }

  /** All changes were undone. */
  public static OpsException undone(String tried, String because, String advice) {
    return new OpsException(ExitCode.UNDONE, tried, because, advice);
  }

  /** Something is left that only a person can put right. */
  public static OpsException needsAPerson(String tried, String because, String advice) {
    return new OpsException(ExitCode.NEEDS_A_PERSON, tried, because, advice);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Why it failed, without what was tried and what to do. */
  public String because() {
    return because;
  }

  /** What was tried and why it failed, without what to do. */
  public String withoutAdvice() {
    return failure(tried, because);
  }

  /** The whole message without its last full stop, to stand inside another sentence. */
  public String clause() {
    return getMessage().replaceFirst("\\.\\s*$", "");
  }

  /** The same failure with another exit code. */
  public OpsException as(ExitCode other) {
    OpsException same = new OpsException(other, tried, because, advice);
    same.initCause(this);
    return same;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
