package family.garden.ops.report;

/**
 * What was tried, why it failed, and what to do; the one root of all failures that are foreseen.
 * Everything else is a fault of this program.
 */
public final class Trouble extends Exception {
  private final ExitCode exitCode;

  private Trouble(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Nothing was touched. */
  public static Trouble refused(String tried, String because, String advice) {
    return new Trouble(ExitCode.REFUSED, sentence(tried, because, advice));
  }

  /** All that was done is undone. */
  public static Trouble undone(String tried, String because, String advice) {
    return new Trouble(ExitCode.UNDONE, sentence(tried, because, advice));
  }

  /** Something is left that only a person can put right. */
  public static Trouble needsAPerson(String tried, String because, String advice) {
    return new Trouble(ExitCode.NEEDS_A_PERSON, sentence(tried, because, advice));
  }

  private static String sentence(String tried, String because, String advice) {
    // What ends with somebody else's words, a line each, has its own end.
    String end = because.endsWith("\n") ? "" : ". ";
    return "Tried to %s, failed because %s%s%s".formatted(tried, because, end, advice);
  }

  /** The same failure, seen by somebody who knows what it means for the whole. */
  public Trouble as(ExitCode other) {
    Trouble same = new Trouble(other, String.valueOf(getMessage()));
    same.initCause(this);
    return same;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
