package family.garden.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the garden sends mail, as an administrator sees it.
 *
 * @param port 1 to 65535
 * @param hasPassword whether a password is stored; it is never shown
 * @param from the sender's address
 */
record EmailSettings(
    String host,
    int port,
    @Nullable String username,
    boolean hasPassword,
    String from,
    Security security,
    boolean enabled) {

  /**
   * Whether a password would go to the same server, for the same user, over a connection that is
   * protected in the same way.
   */
  boolean sendsPasswordLike(EmailSettings other) {
    return host.equals(other.host)
        && port == other.port
        && Objects.equals(username, other.username)
        && security == other.security;
  }

  /** How the connection is protected. */
  enum Security {
    None,
    StartTls,
    Tls
  }

  static final EmailSettings NONE =
      new EmailSettings("", 587, null, false, "", Security.StartTls, false);
}
