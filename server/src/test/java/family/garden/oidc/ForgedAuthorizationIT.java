package family.garden.oidc;

import static family.garden.oidc.IdentityProvider.arrive;
import static family.garden.oidc.IdentityProvider.claims;
import static family.garden.oidc.IdentityProvider.problem;
import static family.garden.oidc.OidcLoginIT.anyEmail;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.FreePorts;
import family.garden.contract.garden.Garden;
import family.garden.oidc.IdentityProvider.Traveller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages, eavesdroppers and providers might try on the way there and back. */
class ForgedAuthorizationIT {
  @AutoClose private static final IdentityProvider HOUSE = new IdentityProvider();
  @AutoClose private static final Garden GARDEN = Garden.open(HOUSE::on);
  private static final Api API = GARDEN.api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void goesToTheProviderWithAllThatProtectsTheWayBack() {
    Answer away = API.get("/api/auth/oidc").expect(302);
    assertThat(away.header("Location"))
        .startsWith(HOUSE.server().authorizationEndpointUrl("house").toString())
        .contains(
            "response_type=code",
            "client_id=" + IdentityProvider.CLIENT,
            "scope=openid+email+profile")
        .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=");
    assertThat(away.header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Lax", "Path=/api/auth/oidc", "Max-Age=600");
    Traveller one = HOUSE.leave(API);
    String state = query(one.page().getRawQuery(), "state");
    assertThat(one.cookie()).doesNotContain(state);
    assertThat(GARDEN.sql().everything()).doesNotContain(state);
  }

  @Test
  void refusesAWayBackThatAnotherBrowserBegan() {
    Traveller attacker = HOUSE.leave(API);
    Traveller victim = HOUSE.leave(API);
    String back = HOUSE.wayBack(attacker);
    assertThat(problem(arrive(API, victim, back))).isEqualTo("oidc-expired");
    assertThat(problem(API.get(back))).isEqualTo("oidc-expired");
    assertThat(problem(API.header("Cookie", "booking_oidc=x").get(back))).isEqualTo("oidc-expired");
    String cookie = attacker.cookie();
    char last = cookie.charAt(cookie.length() - 3) == 'A' ? 'B' : 'A';
    Traveller altered =
        new Traveller(
            cookie.substring(0, cookie.length() - 3) + last + cookie.substring(cookie.length() - 2),
            attacker.page());
    assertThat(problem(arrive(API, altered, back))).isEqualTo("oidc-expired");
    assertThat(problem(arrive(API, attacker, back.replaceAll("state=[^&]*", "state=x"))))
        .isEqualTo("oidc-expired");
    assertThat(problem(arrive(API, attacker, "/api/auth/oidc/callback"))).isEqualTo("oidc-expired");
  }

  @Test
  void takesAWayBackOnceAndInTime() {
    HOUSE.vouch("once", claims(anyEmail()));
    Traveller traveller = HOUSE.leave(API);
    String back = HOUSE.wayBack(traveller);
    arrive(API, traveller, back).expect(200);
    assertThat(problem(arrive(API, traveller, back))).isEqualTo("oidc-expired");

    Traveller late = HOUSE.leave(API);
    GARDEN.sql().run("UPDATE one_time_token SET expires_at = now() - interval '1 s'");
    assertThat(problem(arrive(API, late, HOUSE.wayBack(late)))).isEqualTo("oidc-expired");
  }

  @Test
  void takesNoCodeOfAnotherTrip() {
    Traveller victim = HOUSE.leave(API);
    Traveller attacker = HOUSE.leave(API);
    String stolen = query(HOUSE.wayBack(victim).replaceFirst(".*\\?", ""), "code");
    String back = HOUSE.wayBack(attacker).replaceAll("code=[^&]*", "code=" + stolen);
    assertThat(problem(arrive(API, attacker, back))).isEqualTo("oidc-failed");
  }

  @Test
  void takesNoTokenThatIsNotForThisTripAndParty() {
    assertThat(problem(told(Map.of("nonce", "another's")))).isEqualTo("oidc-failed");
    assertThat(problem(told(Map.of("iss", "https://evil.example")))).isEqualTo("oidc-failed");
    assertThat(problem(told(Map.of("aud", List.of("another-client"))))).isEqualTo("oidc-failed");
    assertThat(GARDEN.sql().column("SELECT subject FROM oidc_identity")).doesNotContain("x");
    // And for nothing else than what was changed.
    told(Map.of()).expect(200);
  }

  @Test
  void takesNoAddressThatTheProviderHasNotVerified() {
    assertThat(problem(told(Map.of("email_verified", false)))).isEqualTo("oidc-email");
    assertThat(problem(told(Map.of("email_verified", "no")))).isEqualTo("oidc-email");
    for (String missing : List.of("email", "email_verified")) {
      Map<String, Object> claims = claims(anyEmail());
      claims.remove(missing);
      HOUSE.vouch("x", claims);
      assertThat(problem(HOUSE.logIn(API))).isEqualTo("oidc-email");
    }
    assertThat(problem(told(Map.of("email", "two@at@signs")))).isEqualTo("oidc-refused");
  }

  private static Answer told(Map<String, Object> otherwise) {
    Map<String, Object> claims = claims(anyEmail());
    claims.putAll(otherwise);
    HOUSE.vouch(otherwise.isEmpty() ? "honest" : "x", claims);
    return HOUSE.logIn(API);
  }

  @Test
  void hearsANo() {
    Traveller traveller = HOUSE.leave(API);
    String state = query(traveller.page().getRawQuery(), "state");
    assertThat(
            problem(
                arrive(
                    API,
                    traveller,
                    "/api/auth/oidc/callback?error=access_denied%0Aforged&state=" + state)))
        .isEqualTo("oidc-denied");
    assertThat(GARDEN.server().output()).doesNotContain("forged");
    Traveller misled = HOUSE.leave(API);
    assertThat(
            problem(arrive(API, misled, HOUSE.wayBack(misled) + "&iss=https%3A%2F%2Fevil.example")))
        .isEqualTo("oidc-failed");
  }

  @Test
  void saysSoWhenTheProviderIsAwayOrHangsOrIsAnother() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      for (String issuer :
          List.of(
              "http://localhost:" + FreePorts.one(),
              "http://localhost:" + deaf.getLocalPort(),
              HOUSE.issuer() + "/",
              GARDEN.server().address().toString())) {
        Api api =
            GARDEN
                .anotherServer(launch -> HOUSE.on(launch).env("BOOKING_OIDC_ISSUER", issuer))
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
