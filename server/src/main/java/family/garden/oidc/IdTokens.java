package family.garden.oidc;

import family.garden.oidc.OidcException.Kind;
import family.garden.platform.config.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Reads and checks ID tokens (OpenID Connect Core 1.0, section 3.1.3.7). */
final class IdTokens {
  private static final int SKEW_SECONDS = 60;
  private static final int LONGEST_SUBJECT = 255;

  private final OidcSettings settings;
  private final JwtConsumer reader;

  /**
   * @param keys where the provider publishes its keys; they are cached for an hour, or as long as
   *     it says
   */
  IdTokens(OidcSettings settings, URI keys) {
    this.settings = settings;
    HttpsJwks jwks = new HttpsJwks(keys.toString());
    jwks.setSimpleHttpGet(uri -> new Fetched(ProviderCall.getOrThrow(URI.create(uri))));
    this.reader =
        new JwtConsumerBuilder()
            .setExpectedIssuer(settings.issuer())
            .setExpectedAudience(settings.clientId())
            .setRequireExpirationTime()
            .setRequireIssuedAt()
            .setRequireSubject()
            .setAllowedClockSkewInSeconds(SKEW_SECONDS)
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(jwks))
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                AlgorithmIdentifiers.RSA_USING_SHA256,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .build();
  }

  /** Fetches the claims that the ID token lacks; empty if the provider has no UserInfo endpoint. */
  @FunctionalInterface
  interface UserInfo {
    Optional<String> fetch() throws OidcException;
  }

  /**
   * The claims of a token that the provider issued to this client for this {@code nonce}.
   *
   * @param userInfo fetched only where the token has no e-mail address, or does not say whether it
   *     is verified
   */
  IdTokenClaims read(String token, String nonce, UserInfo userInfo) throws OidcException {
    try {
      JwtClaims claims = reader.processToClaims(token);
      if (!nonce.equals(claims.getStringClaimValue("nonce"))) {
        throw new OidcException(Kind.FAILED, "the ID token belongs to another log-in");
      }
      refuseForOthers(claims);
      return checked(claims, addressed(claims, userInfo));
    } catch (InvalidJwtException e) {
      // Its message would put the claims, which name the person, into the log.
      throw new OidcException(
          kind(e), "the ID token is not valid: jose4j's error codes " + codes(e), e);
    } catch (MalformedClaimException e) {
      throw new OidcException(Kind.FAILED, "the ID token cannot be read", e);
    }
  }

  private void refuseForOthers(JwtClaims claims) throws OidcException, MalformedClaimException {
    String party = claims.getStringClaimValue("azp");
    boolean ours =
        party == null ? claims.getAudience().size() == 1 : party.equals(settings.clientId());
    if (!ours) {
      throw new OidcException(Kind.FAILED, "the ID token was issued to another client");
    }
  }

  /** The claims with the e-mail address: those of the token, or else those of UserInfo. */
  private static JwtClaims addressed(JwtClaims claims, UserInfo userInfo)
      throws OidcException, MalformedClaimException {
    if (claims.hasClaim("email") && claims.hasClaim("email_verified")) {
      return claims;
    }
    Optional<String> document = userInfo.fetch();
    if (document.isEmpty()) {
      return claims;
    }
    JwtClaims fetched;
    try {
      fetched = JwtClaims.parse(document.get());
    } catch (InvalidJwtException malformed) {
      throw new OidcException(Kind.FAILED, "UserInfo is not JSON", malformed);
    }
    if (!claims.getSubject().equals(fetched.getSubject())) {
      // OpenID Connect Core 1.0, section 5.3.2.
      throw new OidcException(Kind.FAILED, "UserInfo is about another person than the ID token");
    }
    return fetched;
  }

  private static IdTokenClaims checked(JwtClaims claims, JwtClaims addressed)
      throws OidcException, MalformedClaimException {
    String email = addressed.getStringClaimValue("email");
    Object verified = addressed.getClaimValue("email_verified");
    // Some providers send a string instead of a boolean.
    if (email == null || verified == null || !verified.toString().equals("true")) {
      throw new OidcException(
          Kind.EMAIL, "the provider has verified no e-mail address of the person");
    }
    String subject = claims.getSubject();
    if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT || subject.contains("\0")) {
      throw new OidcException(Kind.FAILED, "the ID token has no usable subject");
    }
    String firstName = either("given_name", claims, addressed);
    return new IdTokenClaims(
        subject,
        email,
        firstName == null ? either("name", claims, addressed) : firstName,
        either("family_name", claims, addressed));
  }

  private static @Nullable String either(String claim, JwtClaims first, JwtClaims second)
      throws MalformedClaimException {
    String value = first.getStringClaimValue(claim);
    return value == null ? second.getStringClaimValue(claim) : value;
  }

  private static List<Integer> codes(InvalidJwtException failure) {
    return failure.getErrorDetails().stream().map(ErrorCodeValidator.Error::getErrorCode).toList();
  }

  private static Kind kind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return Kind.UNAVAILABLE;
      }
    }
    return Kind.FAILED;
  }

  private record Fetched(HttpResponse<String> answer) implements SimpleResponse {
    @Override
    public int getStatusCode() {
      return answer.statusCode();
    }

    @Override
    public String getStatusMessage() {
      return "";
    }

    @Override
    public Collection<String> getHeaderNames() {
      return answer.headers().map().keySet();
    }

    @Override
    public List<String> getHeaderValues(String name) {
      return answer.headers().allValues(name);
    }

    @Override
    public String getBody() {
      return answer.body();
    }
  }
}
