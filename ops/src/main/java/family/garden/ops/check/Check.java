package family.garden.ops.check;

/** Looks at one thing and changes nothing. */
public interface Check {
  /** One word, which the runbook explains. */
  String name();

  default Finding ok(String message) {
    return new Finding(name(), Finding.Severity.OK, message, "");
  }

  /**
   * Found something that the keeper should know.
   *
   * @param advice what to do; a command in it stands in double quotes and works as it is written
   */
  default Finding hint(String message, String advice) {
    return new Finding(name(), Finding.Severity.HINT, message, advice);
  }

  /**
   * Found something that harms the site, or will soon.
   *
   * @param advice as of {@link #hint}
   */
  default Finding urgent(String message, String advice) {
    return new Finding(name(), Finding.Severity.URGENT, message, advice);
  }
}
