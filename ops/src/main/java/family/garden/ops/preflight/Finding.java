package family.garden.ops.preflight;

/**
 * What a check found.
 *
 * @param check its name
 * @param said a sentence without a full stop
 * @param advice what to do; empty where all is well
 */
public record Finding(String check, boolean well, String said, String advice) {
  static Finding well(String check, String said) {
    return new Finding(check, true, said, "");
  }

  static Finding bad(String check, String said, String advice) {
    return new Finding(check, false, said, advice);
  }
}
