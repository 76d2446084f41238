package family.garden.occupancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Beds that are taken for others, but not for the caller.
 *
 * @param booking the booking that is being changed, whose own beds do not count; null for none
 * @param member for whom beds may be held; null for nobody
 */
public record Own(@Nullable UUID booking, @Nullable UUID member) {
  /** No beds: everything that is taken counts. */
  public static final Own NOTHING = new Own(null, null);

  /** The beds that are held for a member. */
  public static Own of(@Nullable UUID member) {
    return new Own(null, member);
  }
}
