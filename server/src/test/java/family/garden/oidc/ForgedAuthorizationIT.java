package family.garden.oidc;

import static family.garden.oidc.IdentityProvider.claims;
import static family.garden.oidc.IdentityProvider.finish;
import static family.garden.oidc.IdentityProvider.problem;
import static family.garden.oidc.OidcLoginIT.anyEmail;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreePorts;
import family.garden.contract.garden.Garden;
import family.garden.oidc.IdentityProvider.PendingLogin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forged callbacks, codes and tokens: what other pages, eavesdroppers and providers might try. */
class ForgedAuthorizationIT {
  @AutoClose private static final IdentityProvider PROVIDER = new IdentityProvider();
  @AutoClose private static final Garden GARDEN = Garden.open(PROVIDER::on);
  private static final Api API = GARDEN.api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void sendsAllThatProtectsTheCallback() {
    Answer away = API.get("/api/auth/oidc").expect(302);
    assertThat(away.header("Location"))
        .startsWith(PROVIDER.server().authorizationEndpointUrl("garden").toString())
        .contains(
            "response_type=code",
            "client_id=" + IdentityProvider.CLIENT,
            "scope=openid+email+profile")
        .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=");
    assertThat(away.header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Lax", "Path=/api/auth/oidc", "Max-Age=600");
    PendingLogin one = PROVIDER.begin(API);
    String state = query(one.page().getRawQuery(), "state");
    assertThat(one.cookie()).doesNotContain(state);
    assertThat(GARDEN.sql().everything()).doesNotContain(state);
  }

  @Test
  void refusesACallbackToAnotherBrowser() {
    PendingLogin attacker = PROVIDER.begin(API);
    PendingLogin victim = PROVIDER.begin(API);
    String callback = PROVIDER.callback(attacker);
    assertThat(problem(finish(API, victim, callback))).isEqualTo("oidc-expired");
    assertThat(problem(API.get(callback))).isEqualTo("oidc-expired");
    assertThat(problem(API.header("Cookie", "booking_oidc=x").get(callback)))
        .isEqualTo("oidc-expired");
    String cookie = attacker.cookie();
    char last = cookie.charAt(cookie.length() - 3) == 'A' ? 'B' : 'A';
    PendingLogin altered =
        new PendingLogin(
            cookie.substring(0, cookie.length() - 3) + last + cookie.substring(cookie.length() - 2),
            attacker.page());
    assertThat(problem(finish(API, altered, callback))).isEqualTo("oidc-expired");
    assertThat(problem(finish(API, attacker, callback.replaceAll("state=[^&]*", "state=x"))))
        .isEqualTo("oidc-expired");
    assertThat(problem(finish(API, attacker, "/api/auth/oidc/callback"))).isEqualTo("oidc-expired");
  }

  @Test
  void acceptsACallbackOnceAndInTime() {
    PROVIDER.enqueueClaims("once", claims(anyEmail()));
    PendingLogin pending = PROVIDER.begin(API);
    String callback = PROVIDER.callback(pending);
    finish(API, pending, callback).expect(200);
    assertThat(problem(finish(API, pending, callback))).isEqualTo("oidc-expired");

    PendingLogin late = PROVIDER.begin(API);
    GARDEN.sql().run("UPDATE one_time_token SET expires_at = now() - interval '1 s'");
    assertThat(problem(finish(API, late, PROVIDER.callback(late)))).isEqualTo("oidc-expired");
  }

  @Test
  void refusesTheCodeOfAnotherRequest() {
    PendingLogin victim = PROVIDER.begin(API);
    PendingLogin attacker = PROVIDER.begin(API);
    String stolen = query(PROVIDER.callback(victim).replaceFirst(".*\\?", ""), "code");
    String callback = PROVIDER.callback(attacker).replaceAll("code=[^&]*", "code=" + stolen);
    assertThat(problem(finish(API, attacker, callback))).isEqualTo("oidc-failed");
  }

  @Test
  void refusesATokenForAnotherRequestOrClient() {
    assertThat(problem(logInWith(Map.of("nonce", "another's")))).isEqualTo("oidc-failed");
    assertThat(problem(logInWith(Map.of("iss", "https://evil.example")))).isEqualTo("oidc-failed");
    assertThat(problem(logInWith(Map.of("aud", List.of("another-client")))))
        .isEqualTo("oidc-failed");
    assertThat(GARDEN.sql().column("SELECT subject FROM oidc_identity")).doesNotContain("x");
    // The unchanged claims are accepted: each refusal was for what was changed.
    logInWith(Map.of()).expect(200);
  }

  @Test
  void refusesAnAddressThatTheProviderHasNotVerified() {
    assertThat(problem(logInWith(Map.of("email_verified", false)))).isEqualTo("oidc-email");
    assertThat(problem(logInWith(Map.of("email_verified", "no")))).isEqualTo("oidc-email");
    for (String missing : List.of("email", "email_verified")) {
      Map<String, Object> claims = claims(anyEmail());
      claims.remove(missing);
      PROVIDER.enqueueClaims("x", claims);
      assertThat(problem(PROVIDER.logIn(API))).isEqualTo("oidc-email");
    }
    assertThat(problem(logInWith(Map.of("email", "two@at@signs")))).isEqualTo("oidc-refused");
  }

  private static Answer logInWith(Map<String, Object> otherwise) {
    Map<String, Object> claims = claims(anyEmail());
    claims.putAll(otherwise);
    PROVIDER.enqueueClaims(otherwise.isEmpty() ? "honest" : "x", claims);
    return PROVIDER.logIn(API);
  }

  @Test
  void tellsThatTheLogInWasDenied() {
    PendingLogin pending = PROVIDER.begin(API);
    String state = query(pending.page().getRawQuery(), "state");
    assertThat(
            problem(
                finish(
                    API,
                    pending,
                    "/api/auth/oidc/callback?error=access_denied%0Aforged&state=" + state)))
        .isEqualTo("oidc-denied");
    assertThat(GARDEN.server().output()).doesNotContain("forged");
    PendingLogin misled = PROVIDER.begin(API);
    assertThat(
            problem(
                finish(API, misled, PROVIDER.callback(misled) + "&iss=https%3A%2F%2Fevil.example")))
        .isEqualTo("oidc-failed");
  }

  @Test
  void saysSoWhenTheProviderIsAwayOrHangsOrIsAnother() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      for (String issuer :
          List.of(
              "http://localhost:" + FreePorts.one(),
              "http://localhost:" + deaf.getLocalPort(),
              PROVIDER.issuer() + "/",
              GARDEN.server().address().toString())) {
        Api api =
            GARDEN
                .anotherServer(launch -> PROVIDER.on(launch).env("BOOKING_OIDC_ISSUER", issuer))
                .api();
        assertThat(problem(api.get("/api/auth/oidc"))).as(issuer).isEqualTo("oidc-unavailable");
        api.get("/api/health/ready").expect(200);
      }
    }
  }

  @Test
  void limitsAttempts() {
    API.get("/api/auth/oidc").expect(302);
    GARDEN.sql().run("UPDATE rate_limit SET attempts = 240 WHERE scope = 'Challenge:address'");
    assertThat(problem(API.get("/api/auth/oidc"))).isEqualTo("oidc-busy");
  }

  private static String query(String query, String name) {
    return Arrays.stream(query.split("&", -1))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
