package family.garden.platform.box;

import java.util.Collection;

/** How one part of the box is; the names are those on the wire. */
public enum Light {
  /** Nobody could see. */
  Unknown,
  Good,
  /** Somebody should look at it within days. */
  Attention,
  /** Somebody should act today. */
  Bad;

  /** The worst of them; what nobody could see does not count beside what was seen. */
  static Light worst(Collection<Light> lights) {
    return lights.stream().max(Enum::compareTo).orElse(Unknown);
  }

  /** Bad below {@code bad}, Attention below {@code attention}, otherwise Good. */
  static Light atLeast(long value, long attention, long bad) {
    return value < bad ? Bad : value < attention ? Attention : Good;
  }

  static Light badIf(boolean bad) {
    return bad ? Bad : Good;
  }
}
