package family.garden.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106) and what it was made with. New ones take 7 MiB, 5 passes and 1 lane:
 * the choice with the least memory among those of equal strength in the OWASP Password Storage
 * Cheat Sheet.
 *
 * @param memory KiB
 * @param passes over that memory
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time only, never with equals
record Argon2Hash(int memory, int passes, byte[] salt, byte[] hash) {
  private static final int MEMORY = 7168;
  private static final int PASSES = 5;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The PHC string format, as argon2 programs print it. */
  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");

  static Argon2Hash of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new Argon2Hash(MEMORY, PASSES, salt, compute(password, MEMORY, PASSES, salt));
  }

  /**
   * The hash that was stored.
   *
   * @throws IllegalArgumentException if it is not one of ours
   */
  static Argon2Hash parse(String stored) {
    Matcher parts = PHC.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash with one lane");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new Argon2Hash(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        base64.decode(parts.group(3)),
        base64.decode(parts.group(4)));
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, compute(password, memory, passes, salt));
  }

  private static byte[] compute(String password, int memory, int passes, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] result = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
    return result;
  }

  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(memory, passes, base64.encodeToString(salt), base64.encodeToString(hash));
  }
}
