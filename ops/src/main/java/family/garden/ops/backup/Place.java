package family.garden.ops.backup;

import java.util.Locale;

/** Where backups are taken from. */
public enum Place {
  BOX,
  REMOTE;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
