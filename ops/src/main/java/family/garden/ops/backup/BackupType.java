package family.garden.ops.backup;

import java.util.Locale;

/** What a backup is of. */
public enum BackupType {
  /** All files of the database at one moment; with the WAL after it, every moment since. */
  BASE,
  /** The content at one moment, as statements; also for another version of PostgreSQL. */
  DUMP;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String file() {
    return this == BASE ? "base.tar.gz.age" : "dump.age";
  }
}
