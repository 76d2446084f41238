package family.garden.oidc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A log-in by way of the provider came to nothing. */
final class OidcException extends Exception {
  /** Why, as the log-in page is told. */
  enum Kind {
    /** The provider does not answer, or not as it should. */
    UNAVAILABLE,
    /** It took too long, or began in another browser, or is over already. */
    EXPIRED,
    /** The person or the provider said no. */
    DENIED,
    /** What the provider said does not hold. */
    FAILED,
    /** The provider does not vouch for an e-mail address. */
    EMAIL,
    /** The person was sent away here. */
    REFUSED,
    /** The person is an administrator, and those need a passkey. */
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
