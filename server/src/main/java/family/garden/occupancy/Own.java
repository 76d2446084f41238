package family.garden.occupancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Beds that are taken, but not for the one who asks.
 *
 * @param booking whose beds are given back with the change that is asked for; null for none
 * @param member for whom beds may be held; null for nobody
 */
public record Own(@Nullable UUID booking, @Nullable UUID member) {
  /** Everything that is taken counts. */
  public static final Own NOTHING = new Own(null, null);

  /** The beds that are held for a member. */
  public static Own of(@Nullable UUID member) {
    return new Own(null, member);
  }
}
