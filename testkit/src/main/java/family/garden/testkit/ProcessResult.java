package family.garden.testkit;

/**
 * How a program ended.
 *
 * @param code its exit code
 * @param output what it wrote to both of its streams
 */
public record ProcessResult(int code, String output) {
  /** sysexits(3): what the program needs is not here, and cannot be had. */
  private static final int UNAVAILABLE = 69;

  /** Whether this machine cannot have what the program needs. */
  public boolean isUnavailable() {
    return code == UNAVAILABLE;
  }

  /**
   * Returns this result.
   *
   * @throws AssertionError with the output, if the program ended with another code
   */
  public ProcessResult expect(int expected) {
    if (code != expected) {
      throw new AssertionError("Ended with " + code + " instead of " + expected + ":\n" + output);
    }
    return this;
  }

  /** As {@link #expect} with the code 0. */
  public ProcessResult expectSuccess() {
    return expect(0);
  }
}
