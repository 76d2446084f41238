package family.garden.ops.release;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The publishers' public keys, pinned on this machine; they are checked without asking anybody. A
 * signature is the 64 bytes of Ed25519 (RFC 8032) over the description's bytes, as {@code openssl
 * pkeyutl -sign -rawin} makes it.
 */
final class Signatures {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private final Path file;
  private final List<PublicKey> keys;

  private Signatures(Path file, List<PublicKey> keys) {
    this.file = file;
    this.keys = keys;
  }

  static Signatures of(Path file) throws OpsException {
    List<PublicKey> keys = new ArrayList<>();
    try {
      Matcher matcher = PEM.matcher(Files.readString(file));
      while (matcher.find()) {
        byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
        keys.add(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, "it cannot be read (" + e.getMessage() + ")");
    }
    if (keys.isEmpty()) {
      throw unusable(file, "it has none");
    }
    return new Signatures(file, keys);
  }

  private static OpsException unusable(Path file, String because) {
    return OpsException.refused(
        "read the publishers' keys in " + file,
        because,
        "Put the public Ed25519 key there that belongs to the releases you want, in PEM.");
  }

  /** Refuses what none of the keys has signed. */
  void check(byte[] signed, byte[] signature, String what) throws OpsException {
    for (PublicKey key : keys) {
      if (fits(key, signed, signature)) {
        return;
      }
    }
    throw OpsException.refused(
        "check the signature of " + what,
        "none of the %d keys in %s made it".formatted(keys.size(), file),
        "Do not use this release. If the publisher has a new key, get it from them in person.");
  }

  private static boolean fits(PublicKey key, byte[] signed, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // Not even the form of a signature.
      return false;
    }
  }
}
