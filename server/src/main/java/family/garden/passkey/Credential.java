package family.garden.passkey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import org.jspecify.annotations.Nullable;

/**
 * The used fields of {@code PublicKeyCredential.toJSON()} in a browser. Browsers may add others.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Credential(@Nullable String id, @Nullable Response response) {
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Response(
      @Nullable String clientDataJSON,
      @Nullable String attestationObject,
      @Nullable String authenticatorData,
      @Nullable String signature,
      @Nullable String userHandle) {}

  /** A new key. */
  @SuppressWarnings("ArrayRecordComponent") // handed on as they are, never compared with equals
  record New(byte[] clientData, byte[] attestationObject) {}

  /** A signature with a registered key. */
  @SuppressWarnings("ArrayRecordComponent") // handed on as they are, never compared with equals
  record Signed(
      byte[] id,
      byte[] clientData,
      byte[] authenticatorData,
      byte[] signature,
      byte[] userHandle) {}

  /**
   * @throws Refusal 400 if it is not the answer of a registration
   */
  static New asNew(@Nullable Credential credential) {
    Response response = response(credential);
    return new New(bytes(response.clientDataJSON()), bytes(response.attestationObject()));
  }

  /**
   * @throws Refusal 400 if it is not the answer of a log-in
   */
  static Signed asSigned(@Nullable Credential credential) {
    Response response = response(credential);
    return new Signed(
        bytes(credential == null ? null : credential.id()),
        bytes(response.clientDataJSON()),
        bytes(response.authenticatorData()),
        bytes(response.signature()),
        bytes(response.userHandle()));
  }

  private static Response response(@Nullable Credential credential) {
    if (credential == null || credential.response() == null) {
      throw malformed();
    }
    return credential.response();
  }

  private static byte[] bytes(@Nullable String field) {
    try {
      byte[] bytes = field == null ? new byte[0] : Base64Url.decode(field);
      if (bytes.length > 0) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // Refused below, like what is missing.
    }
    throw malformed();
  }

  private static Refusal malformed() {
    return Refusal.invalid("credential", Text.of("passkey.malformed"));
  }
}
