package family.garden.oidc;

import family.garden.access.RandomText;
import java.util.Optional;

/**
 * What the browser takes along to the provider and back, sealed.
 *
 * @param state works once; also in the address, so that nobody else's way back fits
 * @param nonce comes back in the token, so that nobody else's token fits
 * @param verifier shown for the token, so that nobody else's code fits (PKCE, RFC 7636)
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
