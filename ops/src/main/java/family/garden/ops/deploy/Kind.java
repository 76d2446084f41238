package family.garden.ops.deploy;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/** What is done. */
public enum Kind {
  /** The first release on an empty machine. */
  @SerializedName("first")
  FIRST,
  @SerializedName("deploy")
  DEPLOY,
  @SerializedName("rollback")
  ROLLBACK,
  /** nginx, PostgreSQL and Redis become those of the release that serves. */
  @SerializedName("renew")
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
