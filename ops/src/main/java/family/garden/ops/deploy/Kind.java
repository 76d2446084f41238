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
  ROLLBACK,
  /** nginx, PostgreSQL and Redis become those of the release that serves. */
  @JsonProperty("renew")
  RENEW;

  /** As in "Tried to …". */
  String verb() {
    return switch (this) {
      case FIRST, DEPLOY -> "deploy";
      case ROLLBACK -> "go back to";
      case RENEW -> "renew the parts of";
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
