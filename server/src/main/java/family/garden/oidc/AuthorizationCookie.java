package family.garden.oidc;

import family.garden.access.Vault;
import family.garden.platform.config.Configuration;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AuthorizationRequest} as a cookie. It is Lax, because the callback begins on the
 * provider's site, and sealed, so that only the copies of the server can open it.
 */
@Singleton
final class AuthorizationCookie {
  static final String NAME = "booking_oidc";
  private static final int SECONDS = 600;

  private final Vault vault;
  private final boolean secure;

  AuthorizationCookie(Vault vault, Configuration configuration) {
    this.vault = vault;
    this.secure = configuration.secure();
  }

  NewCookie holding(AuthorizationRequest request) {
    byte[] sealed = vault.seal(request.packed());
    return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), SECONDS);
  }

  NewCookie gone() {
    return cookie("", 0);
  }

  /** The request in a cookie; empty if this server did not seal the cookie. */
  Optional<AuthorizationRequest> open(@Nullable String value) {
    try {
      return vault
          .openIfOurs(Base64.getUrlDecoder().decode(value == null ? "" : value))
          .flatMap(AuthorizationRequest::unpack);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/api/auth/oidc")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
