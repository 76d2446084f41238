package family.garden.member;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.access.Role;
import family.garden.platform.http.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as the person and the administrators see them.
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

  /** Whether the person has a password; if not, there is another way to log in. */
  @JsonProperty
  public boolean hasPassword() {
    return passwordHash != null;
  }

  /**
   * Whether the person must still choose a password, by a letter that also confirms the address:
   * somebody else registered with the address too, so that neither password is valid.
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
