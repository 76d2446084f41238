package family.garden.ops.result;

import java.time.Duration;
import java.util.Locale;

/** How long something took, as people read it. */
public final class Times {
  private Times() {}

  /** Like "0.4 s", "42 s" or "3 min 5 s". */
  public static String format(Duration took) {
    if (took.toSeconds() < 10) {
      return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
    return took.toMinutes() == 0
        ? took.toSeconds() + " s"
        : took.toMinutes() + " min " + took.toSecondsPart() + " s";
  }
}
