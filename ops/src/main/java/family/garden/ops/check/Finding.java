package family.garden.ops.check;

import com.google.gson.annotations.SerializedName;

/**
 * What a check found.
 *
 * @param check its name; the runbook has a line for each
 * @param message a sentence without a full stop
 * @param advice what to do; empty where all is well
 */
public record Finding(String check, Severity severity, String message, String advice) {
  /** How much a finding matters. */
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

  public boolean isUrgent() {
    return severity == Severity.URGENT;
  }
}
