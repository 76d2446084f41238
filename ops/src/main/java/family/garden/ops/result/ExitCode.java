package family.garden.ops.result;

/** How a command ended, for scripts and timers. Documented in {@code bookingctl --help}. */
public enum ExitCode {
  /** Done; for a deploy: the new version serves. */
  DONE(0),
  /** Looked, and something is not as it should be; nothing was changed. */
  NOT_WELL(1),
  /** The command line cannot be understood. */
  USAGE(2),
  /** Refused before anything was touched. */
  REFUSED(3),
  /** Failed, and all that was done is undone: the site is as it was before. */
  UNDONE(4),
  /** Failed, and a person is needed. */
  NEEDS_A_PERSON(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
