package family.garden.outside;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What the browser takes along to the provider and back, sealed.
 *
 * @param state works once; also in the address, so that nobody else's way back fits
 * @param nonce comes back in the token, so that nobody else's token fits
 * @param verifier shown for the token, so that nobody else's code fits (PKCE, RFC 7636)
 */
record Trip(String state, String nonce, String verifier) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Trip of(String state) {
    return new Trip(state, random(), random());
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String packed() {
    return state + " " + nonce + " " + verifier;
  }

  static Optional<Trip> unpack(String packed) {
    String[] parts = packed.split(" ", -1);
    return parts.length == 3
        ? Optional.of(new Trip(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
