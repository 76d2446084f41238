package family.garden.ops.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is done. */
public enum Kind {
  /** The first release on an empty machine. */
  @JsonProperty("first")
  FIRST,
  @JsonProperty("deploy")
  DEPLOY,
  @JsonProperty("rollback")
  ROLLBACK;

  /** As in "Tried to …". */
  String verb() {
    return this == ROLLBACK ? "go back to" : "deploy";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
