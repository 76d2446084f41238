package family.garden.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A browser with an authenticator that holds one passkey (ES256), written after WebAuthn Level 3
 * and sharing nothing with the server. It can be made to lie.
 */
final class Authenticator {
  private static final CBORMapper CBOR = new CBORMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int NEW_KEY = 0x40;

  private final KeyPair key = newKey();
  private final byte[] id = new byte[32];
  private byte[] userHandle = new byte[0];

  /** The page that the browser shows. */
  String origin;

  /** The id of the relying party that the authenticator signs for. */
  String rpId;

  /** How often it has signed. */
  int count;

  /** Whether it has recognised its owner. */
  boolean recognises = true;

  Authenticator(String origin) {
    this.origin = origin;
    this.rpId = "localhost";
    RANDOM.nextBytes(id);
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String id() {
    return base64(id);
  }

  /** {@code navigator.credentials.create()}, then {@code toJSON()}. */
  Map<String, Object> create(JsonNode options) {
    userHandle = Base64.getUrlDecoder().decode(options.at("/user/id").asText());
    Map<String, Object> attestation = new LinkedHashMap<>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", authenticatorData(NEW_KEY, newKeyData()));
    return credential(
        Map.of(
            "clientDataJSON", base64(clientData("webauthn.create", options)),
            "attestationObject", base64(cbor(attestation)),
            "transports", new String[] {"internal", "hybrid"}));
  }

  /** {@code navigator.credentials.get()}, then {@code toJSON()}. */
  Map<String, Object> get(JsonNode options) {
    byte[] clientData = clientData("webauthn.get", options);
    byte[] data = authenticatorData(0, new byte[0]);
    return credential(
        Map.of(
            "clientDataJSON", base64(clientData),
            "authenticatorData", base64(data),
            "signature", base64(sign(data, sha256(clientData))),
            "userHandle", base64(userHandle)));
  }

  /** Claims another user handle. */
  void callOwner(byte[] handle) {
    userHandle = handle.clone();
  }

  private Map<String, Object> credential(Map<String, Object> response) {
    return Map.of(
        "id",
        id(),
        "rawId",
        id(),
        "type",
        "public-key",
        "authenticatorAttachment",
        "platform",
        "clientExtensionResults",
        Map.of(),
        "response",
        response);
  }

  private byte[] clientData(String type, JsonNode options) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, options.path("challenge").asText(), origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] authenticatorData(int moreFlags, byte[] more) {
    int flags = USER_PRESENT | moreFlags | (recognises ? USER_VERIFIED : 0);
    return ByteBuffer.allocate(37 + more.length)
        .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt(count)
        .put(more)
        .array();
  }

  private byte[] newKeyData() {
    ECPublicKey point = (ECPublicKey) key.getPublic();
    Map<Integer, Object> cose = new LinkedHashMap<>();
    cose.put(1, 2);
    cose.put(3, -7);
    cose.put(-1, 1);
    cose.put(-2, coordinate(point.getW().getAffineX().toByteArray()));
    cose.put(-3, coordinate(point.getW().getAffineY().toByteArray()));
    byte[] encoded = integerKeys(cose);
    return ByteBuffer.allocate(16 + 2 + id.length + encoded.length)
        .put(new byte[16])
        .putShort((short) id.length)
        .put(id)
        .put(encoded)
        .array();
  }

  /** CBOR of a map whose keys are numbers, which Jackson would write as texts. */
  private static byte[] integerKeys(Map<Integer, Object> map) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xa0 + map.size());
    map.forEach(
        (number, value) -> {
          bytes.writeBytes(cbor(number));
          bytes.writeBytes(cbor(value));
        });
    return bytes.toByteArray();
  }

  /** 32 bytes, whatever sign or zeros the number came with. */
  private static byte[] coordinate(byte[] number) {
    byte[] padded = new byte[32];
    int length = Math.min(32, number.length);
    System.arraycopy(number, number.length - length, padded, 32 - length, length);
    return padded;
  }

  private byte[] sign(byte[]... parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key.getPrivate());
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] cbor(Object value) {
    try {
      return CBOR.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
