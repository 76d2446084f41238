package family.garden.ops.preflight;

/**
 * What a check found.
 *
 * @param check its name
 * @param message a sentence without a full stop
 * @param advice what to do; empty where all is well
 */
public record Finding(String check, boolean well, String message, String advice) {
  static Finding well(String check, String message) {
    return new Finding(check, true, message, "");
  }

  static Finding bad(String check, String message, String advice) {
    return new Finding(check, false, message, advice);
  }
}
