package family.garden.member;

import family.garden.access.Keys;
import family.garden.platform.config.Configuration;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Devices on which members have logged in before, as a signed cookie: strangers who guess passwords
 * do not lock the owner out on such a device. The cookie gives no access. It names up to four
 * members, is valid for 180 days, and becomes void for a member when the password changes, because
 * the signature covers the password's hash.
 */
@Singleton
public final class KnownDevices {
  public static final String COOKIE = "booking_device";

  private static final int DAYS = 180;
  private static final int MOST = 4;
  private static final int ID_BYTES = 8;
  private static final int SIGNED_BYTES = 16 + ID_BYTES + Integer.BYTES;
  private static final int SIGNATURE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final Clock clock;
  private final boolean secure;

  KnownDevices(Keys keys, Clock clock, Configuration configuration) {
    this.key = keys.derive("known devices", "HmacSHA256");
    this.clock = clock;
    this.secure = configuration.secure();
  }

  /**
   * The cookie after a log-in: this member, and the other members of the earlier cookie.
   *
   * @param held the cookie of the request; may be anything
   * @param member as the database has them now
   */
  public NewCookie remembering(@Nullable String held, Member member) {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    byte[] content =
        ByteBuffer.allocate(SIGNED_BYTES)
            .putLong(member.id().getMostSignificantBits())
            .putLong(member.id().getLeastSignificantBits())
            .put(id)
            .putInt((int) today())
            .array();
    byte[] entry =
        ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
            .put(content)
            .put(signature(content, member))
            .array();
    Stream<byte[]> others = entries(held).filter(other -> !memberOf(other).equals(member.id()));
    String value =
        Stream.concat(Stream.of(entry), others)
            .limit(MOST)
            .map(one -> Base64.getUrlEncoder().withoutPadding().encodeToString(one))
            .reduce((before, one) -> before + "." + one)
            .orElseThrow();
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/api")
        .maxAge(DAYS * 24 * 60 * 60)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  /**
   * The id of the device for this member; empty if the member has not logged in on it.
   *
   * @param held the cookie of the request; may be anything
   */
  Optional<String> recognise(@Nullable String held, Member member) {
    return entries(held)
        .filter(entry -> memberOf(entry).equals(member.id()))
        .filter(entry -> Math.abs(today() - ByteBuffer.wrap(entry).getInt(16 + ID_BYTES)) <= DAYS)
        .filter(
            entry ->
                MessageDigest.isEqual(
                    signature(Arrays.copyOf(entry, SIGNED_BYTES), member),
                    Arrays.copyOfRange(entry, SIGNED_BYTES, entry.length)))
        .map(entry -> HexFormat.of().formatHex(entry, 0, 16 + ID_BYTES))
        .findFirst();
  }

  private static Stream<byte[]> entries(@Nullable String held) {
    return held == null
        ? Stream.of()
        : Arrays.stream(held.split("\\.", MOST + 1)).limit(MOST).flatMap(KnownDevices::entry);
  }

  private static Stream<byte[]> entry(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == SIGNED_BYTES + SIGNATURE_BYTES ? Stream.of(bytes) : Stream.of();
    } catch (IllegalArgumentException notBase64) {
      return Stream.of();
    }
  }

  private static UUID memberOf(byte[] entry) {
    ByteBuffer bytes = ByteBuffer.wrap(entry);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private byte[] signature(byte[] content, Member member) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(content);
      String password = Objects.requireNonNullElse(member.passwordHash(), "");
      return Arrays.copyOf(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  private long today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }
}
