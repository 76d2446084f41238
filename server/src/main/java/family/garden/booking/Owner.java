package family.garden.booking;

import family.garden.access.Identity;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose booking it is to be.
 *
 * @param memberId the member who may change and cancel it, and gets the letters about it
 * @param guestName who stays in that member's place: 1 to 100 characters; null if the member does
 */
record Owner(UUID memberId, @Nullable String guestName) {
  private static final int LONGEST_NAME = 100;

  /** The caller, who books for themself. */
  static Owner self(Identity caller) {
    return new Owner(caller.memberId(), null);
  }

  /**
   * For whom the caller books; whether that member may book is not checked yet.
   *
   * @param violations gets what is wrong: both are named, or the name is none
   * @throws Refusal 403 if the caller is no administrator and books for somebody else
   */
  static Owner of(Identity caller, NewBooking typed, Violations violations) {
    @Nullable String guest = typed.guestName();
    @Nullable UUID member = typed.memberId();
    boolean isSelf = guest == null && (member == null || member.equals(caller.memberId()));
    if (isSelf) {
      return self(caller);
    }
    if (!caller.isAdministrator()) {
      throw Refusal.forbidden(Text.of("booking.forOthers"));
    }
    if (guest == null) {
      return new Owner(Objects.requireNonNull(member), null);
    }
    violations.unless(member == null, "guestName", Text.of("booking.oneOwner"));
    return new Owner(caller.memberId(), violations.line("guestName", guest, LONGEST_NAME));
  }

  /** Whether the caller books for themself. */
  boolean isSelf(Identity caller) {
    return equals(self(caller));
  }
}
