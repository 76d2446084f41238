package family.garden.ops.database;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A segment of PostgreSQL's WAL, as its file's name tells.
 *
 * @param timeline counts up with each restore
 * @param number counts the segments since the database was made
 * @param size bytes of a segment; 1 MB to 1 GB, a power of two
 */
public record WalSegment(long timeline, long number, long size) {
  private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
  private static final long LOG = 1L << 32;

  /** Empty where it is not the name of a whole segment. */
  public static Optional<WalSegment> of(String name, long size) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    long log = Long.parseLong(name.substring(8, 16), 16);
    long within = Long.parseLong(name.substring(16), 16);
    return Optional.of(
        new WalSegment(
            Long.parseLong(name.substring(0, 8), 16), log * (LOG / size) + within, size));
  }

  /** The segment that has the byte at a position like {@code 0/3000148}. */
  public static long numberAt(String position, long size) {
    String[] halves = position.strip().split("/", -1);
    long at = Long.parseLong(halves[0], 16) * LOG + Long.parseLong(halves[1], 16);
    return at / size;
  }

  public String name() {
    long perLog = LOG / size;
    return String.format(Locale.ROOT, "%08X%08X%08X", timeline, number / perLog, number % perLog);
  }

  public WalSegment on(long otherTimeline, long otherNumber) {
    return new WalSegment(otherTimeline, otherNumber, size);
  }
}
