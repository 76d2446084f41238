package family.garden.ops.deploy;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/** What is done. */
public enum Operation {
  /** The first release on an empty machine. */
  @SerializedName("first")
  FIRST,
  @SerializedName("deploy")
  DEPLOY,
  @SerializedName("rollback")
  ROLLBACK,
  /** nginx, PostgreSQL and Redis become those of the release that serves. */
  @SerializedName("upgrade-services")
  UPGRADE_SERVICES,
  /** The settings of settings.env reach the server, and what else runs with others. */
  @SerializedName("apply")
  APPLY,
  /** The settings reach all but the server. */
  @SerializedName("apply-services")
  APPLY_SERVICES,
  /** A secret of the server becomes another one. */
  @SerializedName("rotate")
  ROTATE;

  /** Whether what serves may be another release afterwards. */
  boolean changesRelease() {
    return this == FIRST || this == DEPLOY || this == ROLLBACK;
  }

  /** Whether the server that serves stays, and what is around it is replaced. */
  boolean keepsServer() {
    return this == UPGRADE_SERVICES || this == APPLY_SERVICES;
  }

  /** Whether settings.env is what changed. */
  boolean changesSettings() {
    return this == APPLY || this == APPLY_SERVICES;
  }

  /** As in "Tried to …". */
  String attempt() {
    return switch (this) {
      case FIRST, DEPLOY -> "deploy";
      case ROLLBACK -> "go back to";
      case UPGRADE_SERVICES -> "upgrade the services of";
      case APPLY, APPLY_SERVICES -> "apply the settings to";
      case ROTATE -> "make a secret anew for";
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
