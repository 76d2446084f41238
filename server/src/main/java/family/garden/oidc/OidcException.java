package family.garden.oidc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A log-in with the OpenID Connect provider failed. */
final class OidcException extends Exception {
  /** Why; the log-in page shows a text for each. */
  enum Kind {
    /** The provider does not answer, or not as the standard says. */
    UNAVAILABLE,
    /** The log-in took too long, began in another browser, or ended before. */
    EXPIRED,
    /** The person or the provider denied the log-in. */
    DENIED,
    /** The provider's answer is not valid. */
    FAILED,
    /** The provider has verified no e-mail address of the person. */
    EMAIL,
    /** An administrator rejected or revoked the person, or the account is linked otherwise. */
    REFUSED,
    /** The person is an administrator, who needs a passkey. */
    PASSKEY,
    /** Too many attempts. */
    BUSY;

    /** The word in the log-in page's address. */
    String word() {
      return "oidc-" + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;

  OidcException(Kind kind, String why) {
    this(kind, why, null);
  }

  OidcException(Kind kind, String why, @Nullable Throwable cause) {
    super(why, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
