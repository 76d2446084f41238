package family.garden.ops.backup;

import family.garden.ops.database.Fingerprint;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Manifests of backups that nobody made. */
final class Manifests {
  static final String SYSTEM = "1";

  private Manifests() {}

  /**
   * @param number its id, and the segment of the WAL that a base needs
   */
  static Manifest made(BackupType kind, int number, Instant at, boolean isProven) {
    return made(Integer.toString(number), kind, number, at, isProven);
  }

  static Manifest made(String id, BackupType kind, int number, Instant at, boolean isProven) {
    return new Manifest(
        id,
        kind,
        at,
        "a test",
        17,
        5,
        SYSTEM,
        kind == BackupType.BASE
            ? Optional.of(new WalRange(segment(number), segment(number), 1 << 20))
            : Optional.empty(),
        1,
        "",
        new Fingerprint(new TreeMap<>()),
        isProven ? Optional.of(Instant.EPOCH) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static String segment(int number) {
    return "%08X%08X%08X".formatted(1, 0, number);
  }
}
