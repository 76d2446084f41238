package family.garden.access;

import family.garden.platform.http.Access.Who;
import java.util.UUID;

/**
 * Who is calling, as the session says at this moment.
 *
 * @param approved whether an administrator has let this person in
 */
public record Identity(UUID memberId, UUID sessionId, Role role, boolean approved) {
  public boolean isAdministrator() {
    return approved && role == Role.Administrator;
  }

  /** Whether this person belongs to the group. */
  boolean isOne(Who who) {
    return switch (who) {
      case ANYONE, MEMBER -> true;
      case APPROVED -> approved;
      case ADMINISTRATOR -> isAdministrator();
    };
  }
}
