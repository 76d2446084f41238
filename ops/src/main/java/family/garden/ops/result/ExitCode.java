package family.garden.ops.result;

/** How a command ended, for scripts and timers. Documented in {@code bookingctl --help}. */
public enum ExitCode {
  /** Done; after a deploy, the new version serves. */
  DONE(0),
  /** The command only looked, and found a problem; it changed nothing. */
  NOT_WELL(1),
  /** The command line is wrong. */
  USAGE(2),
  /** Refused before anything was changed. */
  REFUSED(3),
  /** Failed, and all changes were undone: the site is as it was before. */
  UNDONE(4),
  /** Failed, and a person must act. */
  NEEDS_A_PERSON(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
