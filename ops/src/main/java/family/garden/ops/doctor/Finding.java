package family.garden.ops.doctor;

/**
 * Something that is not as it should be.
 *
 * @param check whose finding it is; the runbook has a line for each
 * @param urgent whether the site suffers, or will soon
 * @param what is wrong, in a sentence without a full stop
 * @param advice what to do
 */
public record Finding(String check, boolean urgent, String what, String advice) {
  static Finding urgent(String check, String what, String advice) {
    return new Finding(check, true, what, advice);
  }

  static Finding hint(String check, String what, String advice) {
    return new Finding(check, false, what, advice);
  }
}
