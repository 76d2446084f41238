package family.garden.oidc;

import family.garden.access.RandomText;
import java.util.Optional;

/**
 * An authorization request under way (OpenID Connect Core 1.0, section 3.1.2.1). The browser keeps
 * it sealed in a cookie until the callback.
 *
 * @param state works once; also in the address, so that no callback of another request fits
 * @param nonce is repeated in the ID token, so that no token of another request fits
 * @param verifier sent when the code is redeemed, so that no code of another request fits (PKCE,
 *     RFC 7636)
 */
record AuthorizationRequest(String state, String nonce, String verifier) {
  static AuthorizationRequest of(String state) {
    return new AuthorizationRequest(state, RandomText.make(), RandomText.make());
  }

  String packed() {
    return state + " " + nonce + " " + verifier;
  }

  static Optional<AuthorizationRequest> unpack(String packed) {
    String[] parts = packed.split(" ", -1);
    return parts.length == 3
        ? Optional.of(new AuthorizationRequest(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
