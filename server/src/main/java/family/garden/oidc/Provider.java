package family.garden.oidc;

import family.garden.access.Digest;
import family.garden.oidc.OidcException.Kind;
import family.garden.platform.config.Configuration;
import family.garden.platform.config.OidcSettings;
import family.garden.platform.http.Refusal;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The provider that the keeper configured. The server sends it nothing before somebody logs in with
 * it.
 */
@Singleton
final class Provider {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final @Nullable OidcSettings settings;
  private final String redirectUri;
  private final Clock clock;
  private volatile @Nullable Known known;

  Provider(Configuration configuration, Clock clock) {
    this.settings = configuration.oidc();
    this.redirectUri = configuration.publicUrl() + "/api/auth/oidc/callback";
    this.clock = clock;
  }

  private record Known(Discovery discovery, IdTokens tokens, Instant until) {}

  /**
   * The provider's name in tokens.
   *
   * @throws Refusal 404 if the keeper configured none
   */
  String issuer() {
    return settings().issuer();
  }

  private OidcSettings settings() {
    if (settings == null) {
      throw Refusal.notFound();
    }
    return settings;
  }

  private Known known() throws OidcException {
    Known before = known;
    if (before != null && clock.instant().isBefore(before.until)) {
      return before;
    }
    Discovery discovery = Discovery.of(settings().issuer());
    Known renewed =
        new Known(
            discovery, new IdTokens(settings(), discovery.keys()), clock.instant().plus(LIFETIME));
    known = renewed;
    return renewed;
  }

  /** The address to send the browser to. */
  URI login(AuthorizationRequest request) throws OidcException {
    URI page = known().discovery.authorization();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings().clientId());
    query.put("redirect_uri", redirectUri);
    query.put("scope", "openid email profile");
    query.put("state", request.state());
    query.put("nonce", request.nonce());
    query.put(
        "code_challenge",
        Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.of(request.verifier())));
    query.put("code_challenge_method", "S256");
    return URI.create(page + (page.getRawQuery() == null ? "?" : "&") + form(query));
  }

  /** Redeems the code of a callback for the claims of the person. */
  IdTokenClaims redeem(String code, AuthorizationRequest request) throws OidcException {
    Known provider = known();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("code_verifier", request.verifier());
    if (!provider.discovery.basic()) {
      form.put("client_id", settings().clientId());
      form.put("client_secret", settings().clientSecret());
    }
    HttpResponse<String> answer =
        ProviderCall.post(
            provider.discovery.token(),
            form(form),
            provider.discovery.basic() ? authorization() : "");
    if (answer.statusCode() != 200) {
      throw new OidcException(
          answer.statusCode() >= 500 ? Kind.UNAVAILABLE : Kind.FAILED,
          "the token endpoint answers with status " + answer.statusCode());
    }
    JsonObject response = json(answer.body());
    String idToken = text(response, "id_token");
    if (idToken == null) {
      throw new OidcException(Kind.FAILED, "the token endpoint sent no ID token");
    }
    return provider.tokens.read(
        idToken,
        request.nonce(),
        () -> userInfo(provider.discovery.userInfo(), text(response, "access_token")));
  }

  /**
   * The claims of the UserInfo endpoint: some providers, like Authelia, send the address only
   * there.
   */
  private static Optional<String> userInfo(@Nullable URI endpoint, @Nullable String accessToken)
      throws OidcException {
    if (endpoint == null || accessToken == null) {
      return Optional.empty();
    }
    HttpResponse<String> answer = ProviderCall.get(endpoint, accessToken);
    if (answer.statusCode() != 200) {
      throw new OidcException(
          answer.statusCode() >= 500 ? Kind.UNAVAILABLE : Kind.FAILED,
          "the UserInfo endpoint answers with status " + answer.statusCode());
    }
    return Optional.of(answer.body());
  }

  private static JsonObject json(String body) throws OidcException {
    try {
      return new JsonObject(body);
    } catch (RuntimeException malformed) {
      throw new OidcException(Kind.FAILED, "the token endpoint's answer is not JSON", malformed);
    }
  }

  private static @Nullable String text(JsonObject object, String field) {
    return object.getValue(field) instanceof String text ? text : null;
  }

  private String authorization() {
    String pair = encoded(settings().clientId()) + ":" + encoded(settings().clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
