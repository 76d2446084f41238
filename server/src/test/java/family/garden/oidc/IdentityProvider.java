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

/** A provider, and a browser that goes there and back. */
final class IdentityProvider implements AutoCloseable {
  static final String CLIENT = "garden-client";
  private static final String NAME = "house";
  private static final int HOUR = 3600;
  private static final Pattern TRIP = Pattern.compile("booking_oidc=([^;]+)");

  private final MockOAuth2Server server;
  private final HttpClient browser = HttpClient.newHttpClient();

  IdentityProvider() {
    this(Duration.ZERO);
  }

  /** One whose clock is late. */
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
        .env("BOOKING_OIDC_CLIENT_SECRET", "the house's secret & more")
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

  /** The next token says this. */
  void vouch(String subject, Map<String, Object> claims) {
    server.enqueueCallback(saying(subject, claims));
  }

  /** The next token says this, and UserInfo that. */
  void vouch(String subject, Map<String, Object> claims, Map<String, Object> userInfo) {
    // The ID token is made first; UserInfo tells the claims of the access token.
    Queue<Map<String, Object>> told = new ArrayDeque<>(List.of(claims, userInfo));
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), claims, HOUR) {
          @Override
          public Map<String, Object> addClaims(TokenRequest request) {
            return Objects.requireNonNullElse(told.poll(), userInfo);
          }
        });
  }

  /** Says exactly this; the original adds an azp of its own. */
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
   * Somebody on their way.
   *
   * @param cookie what the browser keeps meanwhile
   * @param page the provider's page
   */
  record Traveller(String cookie, URI page) {}

  /** To the provider's page. */
  Traveller leave(Api api) {
    Answer away = api.get("/api/auth/oidc").expect(302);
    Matcher cookie = TRIP.matcher(Objects.requireNonNull(away.header("Set-Cookie")));
    if (!cookie.find()) {
      throw new AssertionError("no cookie in " + away.headers());
    }
    return new Traveller(
        cookie.group(1), URI.create(Objects.requireNonNull(away.header("Location"))));
  }

  /** Logs in there; the path and query that the provider sends the browser back to. */
  String wayBack(Traveller traveller) {
    try {
      String location =
          browser
              .send(HttpRequest.newBuilder(traveller.page()).build(), BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      URI back = URI.create(location);
      return back.getRawPath() + "?" + back.getRawQuery();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Answer arrive(Api api, Traveller traveller, String wayBack) {
    return api.header("Cookie", "booking_oidc=" + traveller.cookie()).get(wayBack);
  }

  /** There and back. */
  Answer logIn(Api api) {
    Traveller traveller = leave(api);
    return arrive(api, traveller, wayBack(traveller));
  }

  static String session(Answer arrived) {
    return arrived.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("booking_session="))
        .map(cookie -> cookie.replaceAll("booking_session=|;.*", ""))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no session in " + arrived.headers()));
  }

  static String problem(Answer answer) {
    String location = Objects.requireNonNull(answer.expect(303).header("Location"));
    return location.substring(location.indexOf("problem=") + "problem=".length());
  }
}
