package family.garden.passkey;

import java.util.Base64;

/** Bytes as WebAuthn writes them in JSON: base64url without padding. */
final class Base64Url {
  private Base64Url() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The bytes.
   *
   * @throws IllegalArgumentException if it is no base64url
   */
  static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
