package family.garden.ops.check;

import com.google.gson.annotations.SerializedName;

/**
 * What a check found.
 *
 * @param check the name of the check; the runbook has a line for each
 * @param message a sentence without a full stop
 * @param advice what to do; empty where all is well
 */
public record Finding(String check, Severity severity, String message, String advice) {
  public enum Severity {
    /** All is well. */
    @SerializedName("ok")
    OK,
    /** The site does not suffer, and the keeper should know. */
    @SerializedName("hint")
    HINT,
    /** The site suffers, or will soon; a deploy would fail. */
    @SerializedName("urgent")
    URGENT
  }

  public static Finding ok(String message) {
    return new Finding("", Severity.OK, message, "");
  }

  public static Finding hint(String message, String advice) {
    return new Finding("", Severity.HINT, message, advice);
  }

  public static Finding urgent(String message, String advice) {
    return new Finding("", Severity.URGENT, message, advice);
  }

  /** The same, found by the check of that name. */
  public Finding of(String name) {
    return new Finding(name, severity, message, advice);
  }

  public boolean isUrgent() {
    return severity == Severity.URGENT;
  }
}
