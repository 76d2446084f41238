package family.garden.access;

import family.garden.platform.config.Configuration;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Derives a key for each purpose from the secret of the keeper (HKDF, RFC 5869). */
@Singleton
public final class Keys {
  private final SecretKeySpec secret;

  Keys(Configuration configuration) {
    this.secret =
        new SecretKeySpec(configuration.secret().getBytes(StandardCharsets.UTF_8), "HKDF");
  }

  /** A 256-bit key that serves {@code purpose} alone. */
  public SecretKey derive(String purpose, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HKDF-SHA256; JDK 25 has", e);
    }
  }
}
