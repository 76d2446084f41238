package family.garden.member;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.access.Role;
import family.garden.platform.http.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as the person and the administrators see it.
 *
 * @param email in lower case
 * @param shownAsOccupied whether other members see "occupied" in place of the first name
 * @param reminded whether a letter reminds of each stay
 * @param passwordHash null until a password was chosen; never sent
 */
public record Member(
    UUID id,
    String email,
    String firstName,
    String lastName,
    Role role,
    Status status,
    Language language,
    boolean shownAsOccupied,
    boolean reminded,
    Instant createdAt,
    @Nullable String rejectionReason,
    @JsonIgnore @Nullable String passwordHash) {

  /** Whether a password was chosen; without one there is another way in. */
  @JsonProperty
  public boolean hasPassword() {
    return passwordHash != null;
  }

  /**
   * Whether the person is still to choose a password, by a letter that confirms the address too:
   * somebody else registered with it as well, so that no password typed then is valid.
   */
  public boolean choosesPassword() {
    return status == Status.Unverified && !hasPassword();
  }

  /** First and last name, as in a letter. */
  public String fullName() {
    return firstName + " " + lastName;
  }

  @Override
  public String toString() {
    return "Member[" + id + "]";
  }
}
