package family.garden.oidc;

import family.garden.access.Vault;
import family.garden.platform.config.Configuration;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link AuthorizationRequest} as a cookie. Lax, for the way back begins on the provider's site;
 * sealed, so that every copy of the server can open it and nobody else.
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

  NewCookie holding(AuthorizationRequest trip) {
    byte[] sealed = vault.seal(trip.packed());
    return cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), SECONDS);
  }

  NewCookie gone() {
    return cookie("", 0);
  }

  /** The trip; empty if it is not one of ours. */
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
