package family.garden.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import family.garden.oidc.OidcException.Kind;
import family.garden.platform.config.OidcSettings;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Tokens that the provider did not sign, or signed with other content; the server fetches the
 * provider's keys.
 */
final class IdTokensTest {
  private static final String SECRET = "the client's secret, which is long enough for HS256";

  @AutoClose private static final IdentityProvider PROVIDER = new IdentityProvider();

  private final IdTokens tokens = tokensOf(PROVIDER);

  @Test
  void takes_what_the_provider_signed() throws OidcException {
    IdTokenClaims claims = tokens.read(genuine(), "mine", Optional::empty);

    assertThat(claims.subject()).isEqualTo("olga");
    assertThat(claims.email()).isEqualTo("olga@garden.example");
  }

  @Test
  void takes_no_token_that_is_unsigned_or_signed_by_others() throws JoseException {
    RsaJsonWebKey foreign = RsaJwkGenerator.generateJwk(2048);
    Key secret = new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HMAC");

    assertThat(refused(forged(AlgorithmIdentifiers.NONE, null))).isEqualTo(Kind.FAILED);
    assertThat(refused(forged(AlgorithmIdentifiers.HMAC_SHA256, secret))).isEqualTo(Kind.FAILED);
    assertThat(refused(forged(AlgorithmIdentifiers.RSA_USING_SHA256, foreign.getPrivateKey())))
        .isEqualTo(Kind.FAILED);
    assertThat(refused(genuine() + "x")).isEqualTo(Kind.FAILED);
    assertThat(refused("")).isEqualTo(Kind.FAILED);
  }

  @Test
  void takes_no_token_that_another_party_was_given() throws OidcException {
    assertThat(refused(given("another-client", IdentityProvider.CLIENT))).isEqualTo(Kind.FAILED);
    assertThat(refused(given(null, IdentityProvider.CLIENT, "another-client")))
        .isEqualTo(Kind.FAILED);
    assertThat(refused(given("another-client", IdentityProvider.CLIENT, "another-client")))
        .isEqualTo(Kind.FAILED);
    assertThat(refused(given(null, "another-client"))).isEqualTo(Kind.FAILED);
    for (String token :
        List.of(
            given(null, IdentityProvider.CLIENT),
            given(IdentityProvider.CLIENT, IdentityProvider.CLIENT),
            given(IdentityProvider.CLIENT, IdentityProvider.CLIENT, "another-client"))) {
      assertThat(tokens.read(token, "mine", Optional::empty).subject()).isEqualTo("olga");
    }
  }

  private static String given(@Nullable String party, String... audience) {
    Map<String, Object> claims = claims();
    claims.remove("azp");
    if (party != null) {
      claims.put("azp", party);
    }
    claims.put("aud", List.of(audience));
    claims.put("sub", "olga");
    return PROVIDER
        .server()
        .anyToken(PROVIDER.server().issuerUrl("garden"), claims, Duration.ofHours(1))
        .serialize();
  }

  @Test
  void takes_no_token_that_has_expired_but_forgives_a_clock_a_minute() throws OidcException {
    try (IdentityProvider late = new IdentityProvider(Duration.ofMinutes(62));
        IdentityProvider almost = new IdentityProvider(Duration.ofSeconds(3610))) {
      OidcException expired =
          catchThrowableOfType(
              OidcException.class,
              () -> tokensOf(late).read(genuine(late), "mine", Optional::empty));

      assertThat(expired).hasMessageContaining("[" + ErrorCodes.EXPIRED + "]");
      assertThat(tokensOf(almost).read(genuine(almost), "mine", Optional::empty).subject())
          .isEqualTo("olga");
    }
  }

  @Test
  void says_so_when_the_keys_cannot_be_had() {
    IdentityProvider gone = new IdentityProvider();
    IdTokens cutOff = tokensOf(gone);
    gone.close();

    OidcException away =
        catchThrowableOfType(
            OidcException.class, () -> cutOff.read(genuine(), "mine", Optional::empty));

    assertThat(away.kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  private Kind refused(String token) {
    return catchThrowableOfType(
            OidcException.class, () -> tokens.read(token, "mine", Optional::empty))
        .kind();
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = new HashMap<>(IdentityProvider.claims("olga@garden.example"));
    claims.put("nonce", "mine");
    return claims;
  }

  private static String genuine() {
    return genuine(PROVIDER);
  }

  private static String genuine(IdentityProvider provider) {
    return provider
        .server()
        .issueToken("garden", IdentityProvider.CLIENT, IdentityProvider.saying("olga", claims()))
        .serialize();
  }

  private static IdTokens tokensOf(IdentityProvider provider) {
    return new IdTokens(
        new OidcSettings(provider.issuer(), IdentityProvider.CLIENT, SECRET, "Haus"),
        provider.keys());
  }

  /** The same claims as the genuine token, with the same key id. */
  private static String forged(String algorithm, @Nullable Key key) throws JoseException {
    JsonWebSignature honest = new JsonWebSignature();
    honest.setCompactSerialization(genuine());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(honest.getUnverifiedPayload());
    signature.setKeyIdHeaderValue(honest.getKeyIdHeaderValue());
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setKey(key);
    return signature.getCompactSerialization();
  }
}
