package family.garden.oidc;

import com.nimbusds.oauth2.sdk.TokenRequest;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OpenID Connect provider, and a browser that logs in with it. */
final class IdentityProvider implements AutoCloseable {
  static final String CLIENT = "garden-client";
  private static final String NAME = "garden";
  private static final int HOUR = 3600;
  private static final Pattern COOKIE = Pattern.compile("booking_oidc=([^;]+)");

  private final MockOAuth2Server server;
  private final HttpClient browser = HttpClient.newHttpClient();

  IdentityProvider() {
    this(Duration.ZERO);
  }

  /** A provider whose clock is behind. */
  IdentityProvider(Duration late) {
    OAuth2TokenProvider tokens = new OAuth2TokenProvider(() -> Instant.now().minus(late));
    this.server = new MockOAuth2Server(new OAuth2Config(false, null, null, false, tokens));
    server.start();
  }

  MockOAuth2Server server() {
    return server;
  }

  String issuer() {
    return server.issuerUrl(NAME).toString();
  }

  URI keys() {
    return server.jwksUrl(NAME).uri();
  }

  Launch on(Launch launch) {
    return launch
        .env("BOOKING_OIDC_ISSUER", issuer())
        .env("BOOKING_OIDC_CLIENT_ID", CLIENT)
        .env("BOOKING_OIDC_CLIENT_SECRET", "the client's secret & more")
        .env("BOOKING_OIDC_NAME", "Haus");
  }

  /** The claims of somebody with a verified address. */
  static Map<String, Object> claims(String email) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("email", email);
    claims.put("email_verified", true);
    claims.put("given_name", "Olga");
    claims.put("family_name", "Außen");
    claims.put("azp", CLIENT);
    return claims;
  }

  /** The next token has these claims. */
  void enqueueClaims(String subject, Map<String, Object> claims) {
    server.enqueueCallback(saying(subject, claims));
  }

  /** The next token has {@code claims}, and UserInfo {@code userInfo}. */
  void enqueueClaims(String subject, Map<String, Object> claims, Map<String, Object> userInfo) {
    // The ID token is made first; UserInfo answers with the claims of the access token.
    Queue<Map<String, Object>> responses = new ArrayDeque<>(List.of(claims, userInfo));
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), claims, HOUR) {
          @Override
          public Map<String, Object> addClaims(TokenRequest request) {
            return Objects.requireNonNullElse(responses.poll(), userInfo);
          }
        });
  }

  /** Exactly these claims; the original adds an azp of its own. */
  static OAuth2TokenCallback saying(String subject, Map<String, Object> claims) {
    return new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), claims, HOUR) {
      @Override
      public Map<String, Object> addClaims(TokenRequest request) {
        return claims;
      }
    };
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /**
   * A log-in that has begun and not ended.
   *
   * @param cookie what the browser keeps until the callback
   * @param page the provider's page
   */
  record PendingLogin(String cookie, URI page) {}

  /** Begins a log-in, up to the provider's page. */
  PendingLogin begin(Api api) {
    Answer away = api.get("/api/auth/oidc").expect(302);
    Matcher cookie = COOKIE.matcher(Objects.requireNonNull(away.header("Set-Cookie")));
    if (!cookie.find()) {
      throw new AssertionError("no cookie in " + away.headers());
    }
    return new PendingLogin(
        cookie.group(1), URI.create(Objects.requireNonNull(away.header("Location"))));
  }

  /** Logs in at the provider; returns the path and query of the callback. */
  String callback(PendingLogin pending) {
    try {
      String location =
          browser
              .send(HttpRequest.newBuilder(pending.page()).build(), BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      URI callback = URI.create(location);
      return callback.getRawPath() + "?" + callback.getRawQuery();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Answer finish(Api api, PendingLogin pending, String callback) {
    return api.header("Cookie", "booking_oidc=" + pending.cookie()).get(callback);
  }

  /** A log-in from beginning to end. */
  Answer logIn(Api api) {
    PendingLogin pending = begin(api);
    return finish(api, pending, callback(pending));
  }

  static String session(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("booking_session="))
        .map(cookie -> cookie.replaceAll("booking_session=|;.*", ""))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no session in " + answer.headers()));
  }

  static String problem(Answer answer) {
    String location = Objects.requireNonNull(answer.expect(303).header("Location"));
    return location.substring(location.indexOf("problem=") + "problem=".length());
  }
}
