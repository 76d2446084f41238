package family.garden.ops.smoke;

import java.util.Optional;

/**
 * The smoke account, logged in; every server of the garden knows it, since sessions lie in the
 * database.
 *
 * @param token empty where there is no account, or too many log-ins were tried just now
 */
public record SmokeSession(Optional<String> token) {
  public static final SmokeSession NONE = new SmokeSession(Optional.empty());

  /** Without the secret. */
  @Override
  public String toString() {
    return token.isPresent() ? "logged in" : "not logged in";
  }
}
