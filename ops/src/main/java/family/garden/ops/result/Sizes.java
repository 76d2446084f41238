package family.garden.ops.result;

import java.util.List;
import java.util.Locale;

/** How much room something takes, as people read it. */
public final class Sizes {
  private Sizes() {}

  /** In powers of a thousand, as disks are sold and {@code ls -h --si} shows. */
  public static String format(long bytes) {
    double size = bytes;
    String unit = "B";
    for (String next : List.of("kB", "MB", "GB", "TB")) {
      if (size < 999.95) {
        break;
      }
      size /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", size, unit);
  }
}
