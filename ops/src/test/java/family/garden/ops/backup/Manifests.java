package family.garden.ops.backup;

import family.garden.ops.database.Fingerprint;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Manifests of invented backups. */
final class Manifests {
  static final String SYSTEM = "1";

  private Manifests() {}

  /**
   * @param number its id, and the WAL segment that a base backup needs
   */
  static Manifest made(BackupType type, int number, Instant at, boolean isVerified) {
    return made(Integer.toString(number), type, number, at, isVerified);
  }

  static Manifest made(String id, BackupType type, int number, Instant at, boolean isVerified) {
    return new Manifest(
        id,
        type,
        at,
        "a test",
        17,
        5,
        SYSTEM,
        type == BackupType.BASE
            ? Optional.of(new WalRange(segment(number), segment(number), 1 << 20))
            : Optional.empty(),
        1,
        "",
        new Fingerprint(new TreeMap<>()),
        isVerified ? Optional.of(Instant.EPOCH) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static String segment(int number) {
    return "%08X%08X%08X".formatted(1, 0, number);
  }
}
