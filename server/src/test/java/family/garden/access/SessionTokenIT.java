package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.platform.config.Configuration;
import family.garden.platform.config.InvalidConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tokens that the server did not sign, or signed with other content. */
class SessionTokenIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Person ANNA = GARDEN.member("Anna");
  private static final String SECRET = "a secret for tests only, 32 characters and more";

  @Test
  void takesATokenMadeAsTheServerMakesIt() {
    // Shows that the tokens below are refused only for what is wrong with them.
    assertThat(statusOf(forged(claims -> {}))).isEqualTo(200);
  }

  @Test
  void refusesAnExpiredToken() {
    NumericDate past = NumericDate.fromSeconds(Instant.now().getEpochSecond() - 60);
    assertThat(statusOf(forged(claims -> claims.setExpirationTime(past)))).isEqualTo(401);
    assertThat(statusOf(forged(claims -> claims.unsetClaim("exp")))).isEqualTo(401);
  }

  @Test
  void refusesATokenWhoseSessionHasExpiredInTheDatabase() {
    Person bruno = GARDEN.member("Bruno");
    GARDEN
        .sql()
        .run(
            "UPDATE session SET expires_at = now() - interval '1 s' WHERE member_id = ?",
            bruno.id());
    bruno.api().get("/api/me").expect(401);
  }

  @Test
  void refusesASessionThatWasBegunWhileTheClockWasAhead() {
    Person bruno = GARDEN.member("Bruno");
    lengthen(bruno, "10 minutes");
    bruno.api().get("/api/me").expect(200);
    lengthen(bruno, "2 hours");
    bruno.api().get("/api/me").expect(401);
  }

  private static void lengthen(Person person, String interval) {
    GARDEN
        .sql()
        .run(
            "UPDATE session SET expires_at = expires_at + CAST(? AS interval) WHERE member_id = ?",
            interval,
            person.id());
  }

  @Test
  void refusesATokenOfAnotherIssuerOrAudienceOrSession() {
    assertThat(statusOf(forged(claims -> claims.setIssuer("elsewhere")))).isEqualTo(401);
    assertThat(statusOf(forged(claims -> claims.setAudience("elsewhere")))).isEqualTo(401);
    assertThat(statusOf(forged(claims -> claims.setJwtId(UUID.randomUUID().toString()))))
        .isEqualTo(401);
    assertThat(statusOf(forged(claims -> claims.setJwtId("no uuid")))).isEqualTo(401);
  }

  @Test
  void refusesATokenSignedWithAnotherKey() {
    byte[] guess = new byte[64];
    assertThat(
            statusOf(
                signed(claims(), AlgorithmIdentifiers.HMAC_SHA256, new SecretKeySpec(guess, "x"))))
        .isEqualTo(401);
    assertThat(
            statusOf(
                signed(
                    claims(),
                    AlgorithmIdentifiers.HMAC_SHA256,
                    new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "x"))))
        .isEqualTo(401);
  }

  @Test
  void refusesATokenThatIsNotSigned() {
    assertThat(statusOf(signed(claims(), AlgorithmIdentifiers.NONE, null))).isEqualTo(401);
    String[] parts = ANNA.token().split("\\.", -1);
    String none = base64("{\"alg\":\"none\"}");
    assertThat(statusOf(none + "." + parts[1] + ".")).isEqualTo(401);
    assertThat(statusOf(none + "." + parts[1] + "." + parts[2])).isEqualTo(401);
    assertThat(statusOf(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
  }

  @Test
  void refusesATokenThatWasAltered() {
    String[] parts = ANNA.token().split("\\.", -1);
    String stranger = GARDEN.member("Clara").token().split("\\.", -1)[1];
    assertThat(statusOf(parts[0] + "." + stranger + "." + parts[2])).isEqualTo(401);
    assertThat(statusOf(ANNA.token() + "x")).isEqualTo(401);
    assertThat(statusOf("")).isEqualTo(401);
  }

  private static int statusOf(String token) {
    int bearer = GARDEN.api().as(token).get("/api/me").status();
    assertThat(GARDEN.api().cookie(token).get("/api/me").status()).isEqualTo(bearer);
    return bearer;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String forged(Consumer<JwtClaims> change) {
    JwtClaims claims = claims();
    change.accept(claims);
    return signed(claims, AlgorithmIdentifiers.HMAC_SHA256, serverKey());
  }

  /** The claims of Anna's own token. */
  private static JwtClaims claims() {
    try {
      return new JwtConsumerBuilder()
          .setSkipSignatureVerification()
          .setSkipDefaultAudienceValidation()
          .build()
          .processToClaims(ANNA.token());
    } catch (InvalidJwtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JwtClaims claims, String algorithm, @Nullable Key key) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Key serverKey() {
    try {
      Configuration configuration =
          Configuration.load(
              Map.of(
                  "BOOKING_SECRET", SECRET,
                  "BOOKING_DATABASE_URL", "jdbc:postgresql://localhost/none",
                  "BOOKING_DATABASE_USER", "none",
                  "BOOKING_DATABASE_PASSWORD", "none"));
      return new Keys(configuration).derive("session tokens", "HmacSHA256");
    } catch (InvalidConfiguration e) {
      throw new IllegalStateException(e);
    }
  }
}
